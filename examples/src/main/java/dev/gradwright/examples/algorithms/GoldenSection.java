package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;

/** Where a function that is passed has its least value, by golden sections and one step of Newton's. */
public final class GoldenSection {

    private GoldenSection() {}

    @Differentiable
    public static double leastPlace(double a, double b) {
        double x = narrowed(a, b);
        double slope = 4 * x * x * x + 2 * x * (1 + a * a) - b;
        return x - slope / (12 * x * x + 2 * (1 + a * a));
    }

    private static double narrowed(double a, double b) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = -5;
        double high = 5;
        for (int i = 0; i < 60; i++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (value(left, a, b) < value(right, a, b)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double value(double x, double a, double b) {
        return x * x * x * x + x * x * (1 + a * a) - b * x;
    }
}
