package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import java.util.Arrays;

/** The largest eigenvalue of a symmetric matrix, by powers. */
public final class PowerIteration {

    private PowerIteration() {}

    @Differentiable
    public static double eigenvalue(@Shape("n, n") double[][] m) {
        int n = m.length;
        double[] v = new double[n];
        Arrays.fill(v, 1);
        double value = 0;
        for (int t = 0; t < 8; t++) {
            double[] w = new double[n];
            double square = 0;
            for (int i = 0; i < n; i++) {
                w[i] = 4 * v[i];
                for (int j = 0; j < n; j++) {
                    w[i] += 0.5 * (m[i][j] + m[j][i]) * v[j];
                }
                square += w[i] * w[i];
            }
            value = Math.sqrt(square);
            for (int i = 0; i < n; i++) {
                v[i] = w[i] / value;
            }
        }
        return value;
    }
}
