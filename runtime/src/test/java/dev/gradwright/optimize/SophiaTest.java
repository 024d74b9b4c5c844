package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Hessian;
import dev.gradwright.Parameters;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SophiaTest {

    @Test
    void goesAsItsEquationsSay() {
        double[] w = {-0.4, -0.2, 0.0, 0.2, 0.4, 0.6};
        double[] g = new double[6];
        CurvatureEstimate estimate = (step, diagonal) -> Arrays.setAll(diagonal, i -> Math.cos(i + step) + 0.5);
        GradientTransformation sophia = Chain.of(
                ScaleBySophia.with(estimate).estimateEvery(3).options(0.9, 0.95, 2),
                WeightDecay.of(0.01),
                LearningRate.of(0.1));
        Optimizer optimizer = new Optimizer(Parameters.builder().add("w", w, g).build(), sophia);
        for (String[] row : Reference.rows("equations.csv")) {
            if (row[0].equals("sophia")) {
                int t = Integer.parseInt(row[1]);
                Arrays.setAll(g, i -> Math.sin(1 + i + 2 * t) * (1 + 0.1 * t));
                optimizer.step();
                double[] expected = Arrays.stream(row)
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                assertThat(w).containsExactly(expected, within(1e-12));
            }
        }
        assertThat(optimizer.steps()).isEqualTo(8);
    }

    @Test
    void findsTheMinimumOfRosenbrocksFunctionByItsExactDiagonal() {
        double[] x = {-1.2, 1};
        double[] g = new double[2];
        CurvatureEstimate exact = (step, diagonal) -> {
            diagonal[0] = 2 - 400 * (x[1] - x[0] * x[0]) + 800 * x[0] * x[0];
            diagonal[1] = 200;
        };
        Optimizer optimizer = new Optimizer(
                Parameters.builder().add("x", x, g).build(),
                Chain.of(
                        ScaleBySophia.with(exact).estimateEvery(1).options(0.9, 0.9, 0.04),
                        LearningRate.of(Schedule.cosine(0.02, 0, 20_000))));
        for (int i = 0; i < 20_000; i++) {
            double b = x[1] - x[0] * x[0];
            g[0] = -2 * (1 - x[0]) - 400 * b * x[0];
            g[1] = 200 * b;
            optimizer.step();
        }
        assertThat(x).containsExactly(new double[] {1, 1}, within(1e-2));
    }

    @Test
    void findsTheMinimumOfAConvexQuadratic() {
        double[] x = {-1, 2, 3, -2};
        double[] g = new double[4];
        CurvatureEstimate exact = (step, diagonal) -> Arrays.setAll(diagonal, i -> i + 2);
        Optimizer optimizer = new Optimizer(
                Parameters.builder().add("x", x, g).build(),
                Optimizers.sophia(Schedule.cosine(0.05, 0, 1_000), exact, 0));
        for (int i = 0; i < 1_000; i++) {
            double sum = Arrays.stream(x).sum() - 4;
            Arrays.setAll(g, j -> (j + 1) * (x[j] - 1) + sum);
            optimizer.step();
        }
        assertThat(x).containsExactly(new double[] {1, 1, 1, 1}, within(1e-2));
    }

    @Test
    void signsGiveADiagonalHessianExactlyAndTheSameAgain() {
        double[] diagonal = new double[50];
        double[] again = new double[50];
        Quadratic quadratic = new Quadratic(0);
        CurvatureEstimate estimate = CurvatureEstimate.hutchinson(quadratic, quadratic::multiply, 7);
        estimate.estimate(3, diagonal);
        for (int i = 0; i < 50; i++) {
            assertThat(diagonal[i]).isEqualTo(i + 1);
        }
        estimate.estimate(3, again);
        assertThat(again).containsExactly(diagonal);
    }

    @Test
    void otherEntriesOfTheHessianCancelOnAverage() {
        double[] diagonal = new double[50];
        double[] mean = new double[50];
        Quadratic quadratic = new Quadratic(1);
        CurvatureEstimate estimate = CurvatureEstimate.hutchinson(quadratic, quadratic::multiply, 7);
        for (int step = 0; step < 2000; step++) {
            estimate.estimate(step, diagonal);
            for (int i = 0; i < 50; i++) {
                mean[i] += diagonal[i] / 2000;
            }
        }
        for (int i = 0; i < 50; i++) {
            assertThat(mean[i]).isCloseTo(i + 1, within(0.15));
        }
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> ScaleBySophia.with((step, diagonal) -> {}).estimateEvery(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an estimate every 0 steps makes no sense; use 1 or more");
        assertThatThrownBy(() -> ScaleBySophia.with((step, diagonal) -> {}).options(0.9, 0.9, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the gamma of Sophia is 0.0; use a finite number of more than 0");
    }

    /** The Hessian of {@code sum of (i + 1) x_i^2 / 2 + coupling * sum of x_i x_(i+1)}. */
    private static final class Quadratic implements Hessian {

        private final double coupling;
        private final double[] values = new double[50];
        private final double[] gradient = new double[50];
        private final double[] direction = new double[50];
        private final double[] product = new double[50];

        Quadratic(double coupling) {
            this.coupling = coupling;
        }

        void multiply() {
            for (int i = 0; i < 50; i++) {
                product[i] += (i + 1) * direction[i];
                product[i] += coupling * ((i > 0 ? direction[i - 1] : 0) + (i < 49 ? direction[i + 1] : 0));
            }
        }

        @Override
        public Parameters directions() {
            return Parameters.builder().add("x", values, direction).build();
        }

        @Override
        public Parameters products() {
            return Parameters.builder().add("x", values, product).build();
        }

        @Override
        public Parameters parameters() {
            return Parameters.builder().add("x", values, gradient).build();
        }

        @Override
        public void zero() {
            Arrays.fill(product, 0);
            Arrays.fill(gradient, 0);
        }
    }
}
