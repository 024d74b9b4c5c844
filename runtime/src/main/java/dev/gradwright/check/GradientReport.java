package dev.gradwright.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outcome of a check, with a line for each parameter and argument when printed.
 *
 * @param method the method
 * @param complaint what made a comparison impossible or failed before the differences; empty if nothing did
 * @param dotProduct tangent against adjoint; empty if there is only one of them, because of a rule given by hand
 * @param inputs the differences, by parameter and argument
 */
public record GradientReport(
        String method, Optional<String> complaint, Optional<DotProduct> dotProduct, List<InputReport> inputs) {

    public GradientReport {
        inputs = List.copyOf(inputs);
    }

    static GradientReport broken(String method, String complaint) {
        return new GradientReport(method, Optional.of(method + ": " + complaint), Optional.empty(), List.of());
    }

    /** Whether nothing speaks against the gradient. */
    public boolean isRight() {
        return failures().isEmpty();
    }

    /** What is wrong, a sentence each. */
    public List<String> failures() {
        if (complaint.isPresent()) {
            return List.of(complaint.get());
        }
        return inputs.stream()
                .flatMap(input -> input
                        .worst()
                        .filter(worst -> worst.verdict() == Coordinate.Verdict.WRONG)
                        .map(worst -> input.explain(method, worst))
                        .stream())
                .toList();
    }

    /**
     * Does nothing if the gradient is right.
     *
     * @throws AssertionError if it is not, naming parameter, index, both values and the relative error, followed by the report
     */
    public void orThrow() {
        if (!isRight()) {
            throw new AssertionError(String.join("\n", failures()) + "\n" + this);
        }
    }

    @Override
    public String toString() {
        String verdict = isRight() ? "right" : "WRONG";
        String dots = dotProduct
                .map(dot -> String.format(
                        Locale.ROOT, "%n  tangent against adjoint: gap %.1e of the terms", dot.relativeGap()))
                .orElse(
                        inputs.isEmpty()
                                ? ""
                                : String.format("%n  tangent against adjoint: there is only one of them"));
        String lines = inputs.stream().map(GradientReport::line).collect(Collectors.joining());
        String header = inputs.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%n  %-24s %-10s %-12s %-6s %-22s %s",
                        "input",
                        "shape",
                        "checked",
                        "kinks",
                        "worst relative error",
                        "largest gradient");
        return method + ": " + verdict + dots + header + lines;
    }

    private static String line(InputReport input) {
        String worst = input.worst()
                .map(coordinate -> String.format(
                        Locale.ROOT,
                        "%.1e at %s",
                        coordinate.relativeError(),
                        input.places().get(input.coordinates().indexOf(coordinate))))
                .orElse("none");
        double largest = input.coordinates().stream()
                .mapToDouble(coordinate -> Math.abs(coordinate.analytic()))
                .max()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%n  %-24s %-10s %-12s %-6d %-22s %.3g",
                input.name(),
                input.shape(),
                input.coordinates().size() + " of " + input.size(),
                input.count(Coordinate.Verdict.KINK),
                worst,
                largest);
    }
}
