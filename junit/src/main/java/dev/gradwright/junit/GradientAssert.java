package dev.gradwright.junit;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Direction;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.settings.Thresholds;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a gradient. An error's message is the report of the check, which says first what is wrong. */
public final class GradientAssert extends AbstractAssert<GradientAssert, GradientCheck> {

    private GradientReport report;
    private String written = "";

    GradientAssert(GradientCheck check) {
        super(check, GradientAssert.class);
    }

    /**
     * The gradient agrees with the function in all stages of the check: up to a relative error of 1e-7 where the function is smooth, and of 1e-4 where it
     * has or may have kinks, beyond what rounding does to the differences.
     */
    public GradientAssert isCorrect() {
        if (!report().isRight()) {
            fail("");
        }
        return this;
    }

    /**
     * The gradient agrees with the function up to a relative error, kinks or not, beyond what rounding does to the differences.
     *
     * @throws IllegalArgumentException if the error is not positive
     */
    public GradientAssert isCorrectWithin(double relativeError) {
        isNotNull();
        if (!(relativeError > 0)) {
            throw new IllegalArgumentException(
                    "the relative error is " + relativeError + "; it must be positive, such as 1e-6");
        }
        Thresholds usual = actual.settings().thresholds();
        Thresholds strict = new Thresholds(
                relativeError, relativeError, Math.max(relativeError, usual.wrong()), usual.noiseFloor());
        report = run(actual.with(settings -> settings.thresholds(strict)));
        return isCorrect();
    }

    /** The gradient is wrong: for tests of faults that a check must find. */
    public GradientAssert isWrong() {
        if (report().isRight()) {
            fail("expected the gradient to be wrong, but");
        }
        return this;
    }

    /** Some of the differences straddle a kink, which makes them neither right nor wrong. */
    public GradientAssert hasKinks() {
        if (kinks() == 0) {
            fail("expected differences that straddle a kink, but there is none:");
        }
        return this;
    }

    /** None of the differences straddles a kink, so that every one of them tells something. */
    public GradientAssert hasNoKinks() {
        long kinks = kinks();
        if (kinks > 0) {
            fail("expected no difference to straddle a kink, but " + kinks + " do; choose a point farther from kinks:");
        }
        return this;
    }

    /** Every coordinate was compared, not a sample of them. */
    public GradientAssert isComparedEverywhere() {
        boolean isComplete = report().passes().stream()
                .allMatch(pass -> pass.isCompared() && pass.inputs().stream().allMatch(InputReport::isComplete));
        if (!isComplete) {
            fail("expected every coordinate to be compared, but some were not; raise coordinates(n):");
        }
        return this;
    }

    /** What the check has found; runs it if that is still to be done. */
    public GradientReport report() {
        isNotNull();
        if (report == null) {
            report = run(actual);
        }
        return report;
    }

    private GradientReport run(GradientCheck check) {
        TestRun test = TestRun.current();
        GradientReport found = test.prepare(check).run();
        written = test.keep(found);
        return found;
    }

    private long kinks() {
        return report().passes().stream().mapToLong(GradientAssert::kinks).sum();
    }

    private static long kinks(PassReport pass) {
        return Stream.concat(
                        pass.inputs().stream()
                                .flatMap(input -> input.coordinates().stream())
                                .filter(coordinate -> coordinate.kink().isPresent()),
                        pass.directions().stream().filter(Direction::straddles))
                .count();
    }

    private void fail(String expectation) {
        failWithMessage("%s", (expectation.isEmpty() ? "" : expectation + "\n") + report + written);
    }
}
