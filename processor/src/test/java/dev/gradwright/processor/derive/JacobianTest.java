package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import org.junit.jupiter.api.Test;

/** Jacobians by rows, from one record, and by columns. */
class JacobianTest {

    private static final String CHAIN = """
            final class F {
                @Differentiable static double[] f(double[] x, int sweeps) {
                    double[] y = x.clone();
                    for (int k = 0; k < sweeps; k++) for (int i = 0; i < y.length; i++) y[i] = Math.sin(y[i]) + (i > 0 ? y[i - 1] * x[i] : 0.0);
                    return y;
                }
            }""";
    private static final double[] X = {0.4, -1.1, 0.7, 1.9};
    private static final double[][] IDENTITY = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};

    private final Compiled compiled = Compiled.of(CHAIN);
    private final Generated gradient = Generated.create(compiled, "FGradient");
    private final Generated tangent = Generated.create(compiled, "FTangent");

    @Test
    void rowsFromOneRecordAreTheColumnsOfTheTransposed() {
        gradient.call("f", X, 3);
        double[][] rows = (double[][]) gradient.call("fJacobianRows", (Object) IDENTITY);
        double[][] columns = (double[][]) tangent.call("fJacobianColumns", X, 3, IDENTITY);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(rows[i][j]).isCloseTo(columns[j][i], within(1e-14 * (1 + Math.abs(rows[i][j]))));
            }
        }
        assertThat(rows[1][2]).isZero();
        assertThat(rows[2][0]).isNotZero();
    }

    @Test
    void aRowIsTheSameToTheLastBitWhicheverCameBefore() {
        gradient.call("f", X, 3);
        double[][] rows = (double[][]) gradient.call("fJacobianRows", (Object) IDENTITY);
        gradient.call("f", X, 3);
        gradient.call("fBackward", (Object) IDENTITY[2]);
        assertThat((double[]) gradient.call("fX")).containsExactly(rows[2]);
    }

    @Test
    void combinedSeedsGiveCombinedRows() {
        gradient.call("f", X, 1);
        double[][] compressed = (double[][]) gradient.call("fJacobianRows", (Object) new double[][] {{1, 0, 1, 0}});
        double[][] rows = (double[][]) gradient.call("fJacobianRows", (Object) IDENTITY);
        for (int j = 0; j < 4; j++) {
            assertThat(compressed[0][j]).isCloseTo(rows[0][j] + rows[2][j], within(1e-15));
        }
    }

    @Test
    void backwardConsumesWhatPullbackKeeps() {
        assertThatThrownBy(() -> gradient.call("fPullback", (Object) IDENTITY[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "FGradient.fPullback needs a record of FGradient.f, but nothing has been recorded. Call FGradient.f"
                                + " first, then FGradient.fPullback as often as you like.");
        gradient.call("f", X, 2);
        gradient.call("fPullback", (Object) IDENTITY[0]);
        gradient.call("fBackward", (Object) IDENTITY[0]);
        assertThatThrownBy(() -> gradient.call("fPullback", (Object) IDENTITY[0]))
                .hasMessageContaining("its record has been consumed already");
    }

    @Test
    void parametersAddUpOverRows() {
        Compiled model = Compiled.of("""
                final class F {
                    @Parameter final double[] w = {2, 3}; static F sample() { return new F(); }
                    @Differentiable double[] f(double[] x) { double[] y = new double[2]; for (int i = 0; i < 2; i++) y[i] = w[i] * x[0]; return y; }
                }""");
        Generated of = Generated.of(model, "F");
        of.call("f", (Object) new double[] {5});
        double[][] rows = (double[][]) of.call("fJacobianRows", (Object) new double[][] {{1, 0}, {0, 1}, {1, 0}});
        assertThat(rows).isDeepEqualTo(new double[][] {{2}, {3}, {2}});
        assertThat((double[]) of.field("w")).containsExactly(10, 5);
    }
}
