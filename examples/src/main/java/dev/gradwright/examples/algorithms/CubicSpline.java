package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The value of a natural cubic spline, its second derivatives from a tridiagonal system. */
public final class CubicSpline {

    private CubicSpline() {}

    @Differentiable
    public static double value(@Shape("knots") double[] y, double where) {
        int n = y.length;
        double[] diagonal = new double[n];
        double[] m = new double[n];
        for (int i = 1; i + 1 < n; i++) {
            double factor = i > 1 ? 1 / diagonal[i - 1] : 0;
            diagonal[i] = 4 - factor;
            m[i] = 6 * (y[i + 1] - 2 * y[i] + y[i - 1]) - factor * m[i - 1];
        }
        for (int i = n - 2; i > 0; i--) {
            m[i] = (m[i] - m[i + 1]) / diagonal[i];
        }
        double x = (n - 1) / (1 + Math.exp(-where));
        int i = Math.min((int) x, n - 2);
        double t = x - i;
        double u = 1 - t;
        return u * y[i] + t * y[i + 1] + ((u * u * u - u) * m[i] + (t * t * t - t) * m[i + 1]) / 6;
    }
}
