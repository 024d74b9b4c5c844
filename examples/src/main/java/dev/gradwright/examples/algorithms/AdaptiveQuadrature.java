package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;

/** The integral of exp(-a x^2) cos(b x) from zero to one by Simpson's rule, which divides intervals where it must. */
public final class AdaptiveQuadrature {

    private AdaptiveQuadrature() {}

    @Differentiable
    public static double integral(double a, double b) {
        return integral(a, b, 0, 1, 0);
    }

    private static double integral(double a, double b, double from, double to, int depth) {
        double middle = (from + to) / 2;
        double whole = simpson(a, b, from, to);
        double halves = simpson(a, b, from, middle) + simpson(a, b, middle, to);
        if (depth > 2 && (depth > 7 || Math.abs(halves - whole) < 1e-7)) {
            return halves + (halves - whole) / 15;
        }
        return integral(a, b, from, middle, depth + 1) + integral(a, b, middle, to, depth + 1);
    }

    private static double simpson(double a, double b, double from, double to) {
        return (to - from) / 6 * (value(a, b, from) + 4 * value(a, b, (from + to) / 2) + value(a, b, to));
    }

    private static double value(double a, double b, double x) {
        return Math.exp(-a * x * x) * Math.cos(b * x);
    }
}
