package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;

/** A root that bisection brackets and one step of Newton's makes depend smoothly on the equation. */
public final class Bisection {

    private Bisection() {}

    @Differentiable
    public static double root(double a, double b) {
        double low = -10;
        double high = 10;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (value(middle, a, b) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double x = (low + high) / 2;
        return x - value(x, a, b) / (3 * x * x + 1 + a * a);
    }

    /** An increasing cubic. */
    private static double value(double x, double a, double b) {
        return x * x * x + (1 + a * a) * x - b;
    }
}
