package dev.gradwright.benchmarks.mixture;

import java.util.SplittableRandom;

/** A mixture and points, drawn as ADBench draws them: everything from the standard normal distribution. */
record MixtureInput(
        double[] weights, double[][] means, double[][] factors, double[][] points, double gamma, int extraFreedom) {

    static MixtureInput of(int dimension, int components, int points) {
        SplittableRandom random = new SplittableRandom(1);
        return new MixtureInput(
                draw(random, 1, components)[0],
                draw(random, components, dimension),
                draw(random, components, dimension * (dimension + 1) / 2),
                draw(random, points, dimension),
                1,
                0);
    }

    int components() {
        return weights.length;
    }

    int dimension() {
        return points[0].length;
    }

    private static double[][] draw(SplittableRandom random, int rows, int columns) {
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return numbers;
    }
}
