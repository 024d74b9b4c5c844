package dev.gradwright.benchmarks.process;

import java.util.SplittableRandom;

/** Values of a noisy curve at random points. */
record ProcessInput(double logLength, double logNoise, double[] x, double[] y) {

    static ProcessInput of(int points) {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(points, 0, 10).toArray();
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            y[i] = Math.sin(x[i]) + 0.3 * random.nextGaussian();
        }
        return new ProcessInput(0.2, -1, x, y);
    }
}
