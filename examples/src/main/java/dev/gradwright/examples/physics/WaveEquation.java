package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A wave on a string with fixed ends, by leapfrog over three time levels in a ring. */
public final class WaveEquation {

    private WaveEquation() {}

    @Differentiable
    public static double energy(@Shape("points") double[] shape, double speed) {
        int n = shape.length;
        double courant = 0.5 / (1 + speed * speed);
        double[][] levels = new double[3][n];
        for (int i = 1; i + 1 < n; i++) {
            levels[0][i] = shape[i];
            levels[1][i] = shape[i];
        }
        for (int t = 1; t < 15; t++) {
            double[] before = levels[(t - 1) % 3];
            double[] now = levels[t % 3];
            double[] next = levels[(t + 1) % 3];
            for (int i = 1; i + 1 < n; i++) {
                next[i] = 2 * now[i] - before[i] + courant * (now[i + 1] - 2 * now[i] + now[i - 1]);
            }
        }
        double sum = 0;
        for (double x : levels[0]) {
            sum += x * x;
        }
        return sum;
    }
}
