package dev.gradwright.check.report;

import dev.gradwright.check.settings.CheckSettings;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a check: data, which {@link #toString()} prints for a console.
 *
 * @param subject what was checked: {@code Affine.forward}
 * @param settings how
 * @param passes one for each part of the loss at each point, in the order in which they ran
 * @param regularization how penalty and data loss compare, at each point; empty if there is no penalty
 * @param replay how to run the same check again; empty if nobody has said
 */
public record GradientReport(
        String subject,
        CheckSettings settings,
        List<PassReport> passes,
        List<RegularizationReport> regularization,
        Optional<String> replay) {

    public GradientReport {
        passes = List.copyOf(passes);
        regularization = List.copyOf(regularization);
    }

    /** The worst verdict of all passes. */
    public Verdict verdict() {
        return passes.stream().map(PassReport::verdict).reduce(Verdict.RIGHT, Verdict::and);
    }

    /** Whether nothing speaks against the gradient. */
    public boolean isRight() {
        return !verdict().isFailure();
    }

    /** What was found of a gradient that is right, in a sentence. */
    public String summary() {
        return Summary.of(this);
    }

    /** What is wrong, a sentence each, the most telling first; empty if nothing is. */
    public List<String> failures() {
        return passes.stream()
                .flatMap(pass -> new FailureText(this, pass).sentences().stream())
                .toList();
    }

    /**
     * Does nothing if the gradient is right.
     *
     * @throws AssertionError if it is not, naming parameter, index, both values and the relative error, followed by the report
     */
    public void orThrow() {
        if (!isRight()) {
            throw new AssertionError(toString());
        }
    }

    @Override
    public String toString() {
        return ConsoleText.of(this);
    }
}
