package dev.gradwright.benchmarks.search;

import static dev.gradwright.search.space.Range.uniform;

import dev.gradwright.search.Trial;
import dev.gradwright.search.space.Space;
import java.util.Random;

/** Standard functions to minimize; what they return beyond their minimum is the regret. */
enum TestFunction {
    /** Branin's function of two variables, with three minima of 0.397887 (Dixon and Szegö 1978). */
    BRANIN {
        @Override
        Space space() {
            return Space.empty().with("x", uniform(-5, 10)).with("y", uniform(0, 15));
        }

        @Override
        double regret(Trial trial) {
            double x = trial.real("x");
            double y = trial.real("y");
            double root = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            return root * root + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10 - 0.39788735772973816;
        }
    },
    /** Hartmann's function of six variables, with a minimum of -3.32237 (Dixon and Szegö 1978). */
    HARTMANN_6 {
        @Override
        Space space() {
            return cube(6);
        }

        @Override
        double regret(Trial trial) {
            double sum = 3.322368011415515;
            for (int i = 0; i < HEIGHTS.length; i++) {
                double exponent = 0;
                for (int j = 0; j < 6; j++) {
                    double distance = trial.real("x" + j) - 1e-4 * CENTRES[i][j];
                    exponent += WIDTHS[i][j] * distance * distance;
                }
                sum -= HEIGHTS[i] * Math.exp(-exponent);
            }
            return sum;
        }
    },
    /**
     * A parabola of six variables of which one matters a hundred times as much as each of the others, with noise of deviation 0.01; the regret is
     * that without the noise.
     */
    NOISY_QUADRATIC {
        @Override
        Space space() {
            return cube(6);
        }

        @Override
        double regret(Trial trial) {
            double sum = 0;
            for (int j = 0; j < 6; j++) {
                double distance = trial.real("x" + j) - 0.3;
                sum += (j == 0 ? 1 : 0.01) * distance * distance;
            }
            return sum;
        }

        @Override
        double noise(Trial trial) {
            return 0.01 * new Random(trial.seed()).nextGaussian();
        }
    };

    private static final double[] HEIGHTS = {1, 1.2, 3, 3.2};
    private static final double[][] WIDTHS = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] CENTRES = {
        {1312, 1696, 5569, 124, 8283, 5886},
        {2329, 4135, 8307, 3736, 1004, 9991},
        {2348, 1451, 3522, 2883, 3047, 6650},
        {4047, 8828, 8732, 5743, 1091, 381}
    };

    abstract Space space();

    abstract double regret(Trial trial);

    double noise(Trial trial) {
        return 0;
    }

    private static Space cube(int dimensions) {
        Space space = Space.empty();
        for (int j = 0; j < dimensions; j++) {
            space = space.with("x" + j, uniform(0, 1));
        }
        return space;
    }
}
