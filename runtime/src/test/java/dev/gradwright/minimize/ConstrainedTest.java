package dev.gradwright.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bounds, and penalties that make variables zero. Values of minima within bounds are SciPy's (1.17, L-BFGS-B). */
class ConstrainedTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void rosenbrocksFunctionWithinBounds() {
        bounded(new double[] {-INFINITY, -1.5}, new double[] {-2, 1}, new double[] {1, 1}, 0);
        bounded(new double[] {-INFINITY, 1.5}, new double[] {-2, 1}, new double[] {-1.2210262, 1.5}, 4.941229317989185);
    }

    private static void bounded(double[] lower, double[] start, double[] point, double value) {
        Minimum minimum = Lbfgsb.within(Bounds.of(lower, new double[] {INFINITY, INFINITY}))
                .minimize(Functions.ROSENBROCK, start);
        assertThat(minimum.value()).isCloseTo(value, within(1e-12));
        assertThat(minimum.point()).containsExactly(point, within(1e-6));
    }

    @Test
    void anUpperBoundIsReachedExactly() {
        Minimum minimum = Lbfgsb.within(Bounds.of(new double[] {-2, -2}, new double[] {0.5, INFINITY}))
                .minimize(Functions.ROSENBROCK, new double[] {-1.2, 1});
        assertThat(minimum.point()[0]).isEqualTo(0.5);
        assertThat(minimum.point()[1]).isCloseTo(0.25, within(1e-9));
        assertThat(minimum.value()).isCloseTo(0.25, within(1e-15));
        assertThat(minimum.stop().reason().isConvergence()).isTrue();
    }

    @Test
    void aChainWithinBoundsHasTheMinimumOfSciPy() {
        Minimum minimum = Lbfgsb.within(Bounds.all(30, -1, 0.5)).minimize(Functions.CHAIN, new double[30]);
        assertThat(minimum.value()).isCloseTo(209.64377326867884, within(1e-10));
        assertThat(minimum.evaluations()).isLessThanOrEqualTo(23);
        assertThat(Arrays.stream(minimum.point())
                        .filter(x -> x == 0.5 || x == -1)
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void manyBoundsOnAValleyHaveTheMinimumOfSciPy() {
        Objective valleys = (x, g) -> {
            double f = 0;
            for (int i = 0; i < x.length; i += 2) {
                double a = 10 * (x[i + 1] - x[i] * x[i]);
                double b = 1 - x[i];
                f += a * a + b * b;
                g[i] = -40 * a * x[i] - 2 * b;
                g[i + 1] = 20 * a;
            }
            return f;
        };
        double[] lower = new double[100];
        double[] upper = new double[100];
        double[] start = new double[100];
        for (int i = 0; i < 100; i++) {
            upper[i] = i % 5 == 1 ? 0.3 : INFINITY;
            lower[i] = Math.min(upper[i], i % 3 == 0 ? 1.2 : -INFINITY);
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        Minimum minimum = Lbfgsb.within(Bounds.of(lower, upper)).minimize(valleys, start);
        assertThat(minimum.value()).isCloseTo(592.8682783186646, within(1e-9));
        assertThat(minimum.evaluations()).isLessThan(200);
    }

    @Test
    void theObjectiveIsNeverEvaluatedOutside() {
        Objective root = (x, g) -> {
            assertThat(x[0]).isBetween(0.0, 5.0);
            g[0] = 0.5 / Math.sqrt(x[0] + 1e-9) - 0.1;
            return Math.sqrt(x[0] + 1e-9) - 0.1 * x[0];
        };
        Minimum minimum = Lbfgsb.within(Bounds.all(1, 0, 5)).minimize(root, new double[] {7});
        assertThat(minimum.point()).containsExactly(0);
        assertThat(minimum.stop().reason()).isEqualTo(Stop.Reason.GRADIENT);
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Bounds.of(new double[] {1}, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bounds at index 0 are 1.0 and 0.0; use lower <= upper");
        assertThatThrownBy(() -> Bounds.of(new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 2 lower bounds and 1 upper ones");
        assertThatThrownBy(() -> Lbfgsb.within(Bounds.all(3, 0, 1)).minimize(Functions.ROSENBROCK, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are bounds for 3 variables, but 2 variables");
    }

    @Test
    void aSeparableQuadraticWithAPenaltyIsSolvedBySoftThresholds() {
        double[] centres = {3, -0.5, 0.9, -2, 0};
        Objective squares = (x, g) -> {
            double f = 0;
            for (int i = 0; i < x.length; i++) {
                f += (i + 1) * (x[i] - centres[i]) * (x[i] - centres[i]) / 2;
                g[i] = (i + 1) * (x[i] - centres[i]);
            }
            return f;
        };
        Minimum minimum = Owlqn.withPenalty(2).unpenalized(3, 4).minimize(squares, new double[] {-1, 1, 1, 1, 1});
        double[] expected = {1, 0, 0.9 - 2 / 3.0, -2, 0};
        assertThat(minimum.point()).containsExactly(expected, within(1e-7));
        assertThat(minimum.point()[1]).isZero();
        assertThat(minimum.point()[4]).isZero();
        double smooth = squares.valueAndGradient(minimum.point(), new double[5]);
        double penalty = 2 * (minimum.point()[0] + minimum.point()[2]);
        assertThat(minimum.value()).isCloseTo(smooth + penalty, within(1e-12));
    }

    @Test
    void theConditionsOfAMinimumWithAPenaltyHold() {
        double penalty = 8;
        Minimum minimum = Owlqn.withPenalty(penalty)
                .minimize(
                        Functions.CHAIN,
                        new double[30],
                        StoppingRule.gradient(1e-9).or(StoppingRule.iterations(1000)));
        double[] x = minimum.point();
        double[] g = new double[30];
        Functions.CHAIN.valueAndGradient(x, g);
        int zeros = 0;
        for (int i = 0; i < 30; i++) {
            if (x[i] == 0) {
                zeros++;
                assertThat(Math.abs(g[i])).isLessThanOrEqualTo(penalty);
            } else {
                assertThat(g[i]).isCloseTo(-Math.copySign(penalty, x[i]), within(1e-6));
            }
        }
        assertThat(zeros).isBetween(5, 15);
    }

    @Test
    void penaltiesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Owlqn.withPenalty(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the penalty of absolute values is -1.0; use a finite number of 0 or more");
        assertThatThrownBy(() -> Owlqn.withPenalty(1).unpenalized(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the unpenalized range from 2 to 1 is none; use 0 <= from <= to");
        assertThatThrownBy(() -> Owlqn.withPenalty(1).unpenalized(0, 3).minimize(Functions.ROSENBROCK, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the unpenalized range ends at 3, but there are only 2 variables");
    }
}
