package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The distance of two series that may be stretched, with a soft minimum in its table. */
public final class SoftTimeWarping {

    private SoftTimeWarping() {}

    @Differentiable
    public static double distance(@Shape("first") double[] a, @Shape("second") double[] b, double logSmoothness) {
        double gamma = 0.1 + Math.exp(logSmoothness);
        double[][] table = new double[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j == 0 ? 0 : 1e3;
                    continue;
                }
                double cost = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
                table[i][j] = cost + softMinimum(table[i - 1][j], table[i][j - 1], table[i - 1][j - 1], gamma);
            }
        }
        return table[a.length][b.length];
    }

    private static double softMinimum(double a, double b, double c, double gamma) {
        double least = Math.min(a, Math.min(b, c));
        double sum = Math.exp((least - a) / gamma) + Math.exp((least - b) / gamma) + Math.exp((least - c) / gamma);
        return least - gamma * Math.log(sum);
    }
}
