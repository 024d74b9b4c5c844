package dev.gradwright.check.report;

import java.util.List;
import java.util.Locale;

/** Prints a report for a console: a line for each stage and each input of each pass. */
final class ConsoleText {

    private static final int WORST = 3;

    private final StringBuilder text = new StringBuilder();

    private ConsoleText() {}

    static String of(GradientReport report) {
        ConsoleText console = new ConsoleText();
        console.line("%s: %s", report.subject(), name(report.verdict()));
        for (PassReport pass : report.passes()) {
            console.pass(pass);
        }
        for (RegularizationReport regularization : report.regularization()) {
            console.line(
                    "  penalty over data loss%s: gradient norms %.3g / %.3g = %.3g%s",
                    regularization.burnIn() == 0 ? "" : " after " + regularization.burnIn() + " steps",
                    regularization.penaltyNorm(),
                    regularization.dataNorm(),
                    regularization.ratio(),
                    regularization.dominates() ? "; the penalty dominates and may hide a wrong data loss" : "");
        }
        return console.text.toString().stripTrailing();
    }

    private void pass(PassReport pass) {
        line("  %s: %s", pass.title(), name(pass.verdict()));
        for (StageReport stage : pass.stages()) {
            line("    %-24s %-8s %s", stage.stage().title(), name(stage.outcome()), stage.text());
        }
        if (pass.lossFactor() != 1) {
            line("    the loss is multiplied with %.3g; its gradient is below the noise otherwise", pass.lossFactor());
        }
        if (!pass.kinks().sites().isEmpty()) {
            line(
                    "    kinks are possible at %s",
                    String.join(
                            ", ",
                            pass.kinks().sites().stream()
                                    .map(KinkSite::toString)
                                    .toList()));
        }
        if (!pass.inputs().isEmpty()) {
            line(
                    "    %-24s %-10s %-12s %-6s %-22s %s",
                    "input", "shape", "checked", "kinks", "worst relative error", "largest gradient");
            pass.inputs().forEach(this::input);
        }
        pass.diagnoses().forEach(diagnosis -> line("    likely cause: %s", diagnosis));
    }

    private void input(InputReport input) {
        String worst = input.worst()
                .map(coordinate ->
                        String.format(Locale.ROOT, "%.1e at %s", coordinate.relativeError(), coordinate.place()))
                .orElse("none");
        line(
                "    %-24s %-10s %-12s %-6d %-22s %.3g",
                input.name(),
                input.shape(),
                input.coordinates().size() + " of " + input.size(),
                input.count(Verdict.KINK),
                worst,
                input.magnitudes().largest());
        List<Coordinate> failures =
                input.worst(WORST).stream().filter(c -> c.verdict().isFailure()).toList();
        for (Coordinate c : failures) {
            line(
                    "      %s %s: analytic %s, numeric %s +- %.1e, relative error %.1e, size %.1e",
                    c.place(),
                    name(c.verdict()),
                    c.analytic(),
                    c.numeric(),
                    c.numericError(),
                    c.relativeError(),
                    c.magnitude());
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
