package dev.gradwright.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.Parameters;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.GeneratedCalls;
import org.junit.jupiter.api.Test;

/** A sweep that computes value and gradient at once is checked beside the two halves. */
class ValueAndGradientTest {

    private static final double[] X = {0.5, -1.5, 2};

    /** The sum of squares with correct halves, and a sweep of its own that may be wrong. */
    private static final class SumOfSquares extends GeneratedCalls {

        private final double valueError;
        private final double factor;
        private double[] gradient = new double[X.length];
        private double[] recorded;

        SumOfSquares(double valueError, double factor) {
            super(null);
            this.valueError = valueError;
            this.factor = factor;
        }

        @Override
        protected Parameters parameters() {
            return Parameters.builder().build();
        }

        @Override
        protected Parameters directions() {
            return Parameters.builder().build();
        }

        @Override
        protected Object primal(int method, Object[] arguments) {
            double sum = 0;
            for (double x : (double[]) arguments[0]) {
                sum += x * x;
            }
            return sum;
        }

        @Override
        protected Object forward(int method, Object[] arguments) {
            recorded = ((double[]) arguments[0]).clone();
            return primal(method, arguments);
        }

        @Override
        protected void backward(int method, Object seed) {
            gradient = scaled(recorded, 2 * (double) seed);
        }

        @Override
        protected Object valueAndGradient(int method, Object[] arguments) {
            gradient = scaled((double[]) arguments[0], factor);
            return (double) primal(method, arguments) + valueError;
        }

        @Override
        protected Object[] gradients(int method) {
            return new Object[] {gradient};
        }

        @Override
        protected Object tangent(int method, Object[] arguments, Object[] directions) {
            double sum = 0;
            for (int i = 0; i < X.length; i++) {
                sum += 2 * ((double[]) arguments[0])[i] * ((double[]) directions[0])[i];
            }
            return sum;
        }

        private static double[] scaled(double[] x, double factor) {
            double[] scaled = x.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= factor;
            }
            return scaled;
        }
    }

    @Test
    void aSweepThatAgreesPasses() {
        assertThat(check(0, 2).isRight()).isTrue();
    }

    @Test
    void aWrongGradientIsFoundThoughTheHalvesAreRight() {
        GradientReport report = check(0, 2.001);

        assertThat(report.isRight()).isFalse();
        assertThat(stage(report, Stage.DOT_PRODUCT).text())
                .startsWith("tangent and the gradient that comes with the value in one sweep disagree: ");
        assertThat(stage(report, Stage.COORDINATES).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.passes().get(0).parting().search()).isEqualTo(PartingReport.Search.AT_ONCE);
        assertThat(report.toString()).contains("what is wrong is the sweep that gives value and gradient at once");
    }

    @Test
    void aWrongValueIsFound() {
        GradientReport report = check(1e-15, 2);

        assertThat(stage(report, Stage.PRIMAL).text())
                .isEqualTo("value and gradient in one sweep give the value 6.500000000000001 where the function gives"
                        + " [6.5]");
    }

    @Test
    void aGradientThatIsNoNumberIsFound() {
        assertThat(check(0, Double.NaN).isRight()).isFalse();
    }

    private static GradientReport check(double valueError, double factor) {
        return GradientCheck.of(new SumOfSquares(valueError, factor)
                        .method(0, "sumOfSquares")
                        .argument("x", X.clone()))
                .run();
    }

    private static StageReport stage(GradientReport report, Stage stage) {
        return report.passes().get(0).stages().stream()
                .filter(found -> found.stage() == stage)
                .findFirst()
                .orElseThrow();
    }
}
