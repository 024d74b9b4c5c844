package dev.gradwright.check.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.RelativeError;
import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.settings.DifferenceMethod;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The classic V-curve: f(x) = e^x / sqrt(sin^3 x + cos^3 x) at 1.5, f' = 4.05342789389862 (Squire and Trapp, Using complex variables to
 * estimate derivatives of real functions, SIAM Review 40, 1998).
 */
class VCurveTest {

    private static final double DERIVATIVE = 4.05342789389862;

    private static StepScan scan(DifferenceMethod method) {
        return StepScanner.scan(differences(), "x", DERIVATIVE, method);
    }

    private static Differences differences() {
        Line line = distance -> {
            double x = 1.5 + distance;
            double f = Math.exp(x) / Math.sqrt(Math.pow(Math.sin(x), 3) + Math.pow(Math.cos(x), 3));
            return new Line.Point(x - 1.5, f, f, Decisions.none());
        };
        return new Differences(line, line.at(0));
    }

    /** Errors by truncation have the printed figures; those by rounding are another computer's, and are not larger than about that. */
    private static void errors(ToDoubleFunction<StepScan.Point> difference, int byTruncation, double... printed) {
        StepScan scan = scan(DifferenceMethod.CENTRED);
        for (int i = 0; i < printed.length; i++) {
            double error = RelativeError.of(
                    DERIVATIVE, difference.applyAsDouble(scan.points().get(i)));
            if (i < byTruncation) {
                assertThat(error).isCloseTo(printed[i], Percentage.withPercentage(5));
            } else {
                assertThat(error).isLessThan(3 * printed[i]);
            }
        }
    }

    @Test
    void forwardDifferencesLoseOneDigitOfErrorForEachDigitOfTheStep() {
        errors(StepScan.Point::forward, 6, 1.2e-2, 1.2e-3, 1.2e-4, 1.2e-5, 1.2e-6, 1.2e-7, 2.5e-8);
    }

    @Test
    void centredDifferencesLoseTwo() {
        errors(StepScan.Point::centred, 3, 1.3e-4, 1.3e-6, 1.3e-8, 1.4e-10, 1.4e-10, 4.1e-10, 8.4e-9);
    }

    @Test
    void fivePointDifferencesLoseFour() {
        errors(StepScan.Point::fivePoint, 2, 5.2e-8, 5.2e-12, 4.6e-13, 7.2e-12, 1.8e-10, 1.1e-9, 1.2e-8);
    }

    @Test
    void theStepIsChosenOnThePlateau() {
        assertThat(scan(DifferenceMethod.FORWARD).chosen()).isBetween(1e-9, 1e-7);
        assertThat(scan(DifferenceMethod.CENTRED).chosen()).isBetween(1e-6, 1e-4);
        assertThat(scan(DifferenceMethod.FIVE_POINT).chosen()).isBetween(1e-4, 1e-3);
    }

    @Test
    void extrapolationNeedsNoChoiceOfAStepAndKnowsItsError() {
        Estimate estimate = differences().by(DifferenceMethod.RIDDERS, 1e-1);
        assertThat(Math.abs(estimate.slope() - DERIVATIVE)).isLessThan(estimate.error());
        assertThat(estimate.error()).isLessThan(1e-10);
    }
}
