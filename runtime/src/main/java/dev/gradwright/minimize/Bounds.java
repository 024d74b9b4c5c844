package dev.gradwright.minimize;

import java.util.Arrays;

/** For each variable the least and the largest value it may have; infinities where there is no limit. */
public final class Bounds {

    private final double[] lower;
    private final double[] upper;

    private Bounds(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Bounds for each variable.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other, or a lower one is above the upper one, or NaN
     */
    public static Bounds of(double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "there are " + lower.length + " lower bounds and " + upper.length + " upper ones");
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException(
                        "the bounds at index " + i + " are " + lower[i] + " and " + upper[i] + "; use lower <= upper");
            }
        }
        return new Bounds(lower.clone(), upper.clone());
    }

    /** The same bounds for a number of variables. */
    public static Bounds all(int count, double lower, double upper) {
        double[] low = new double[count];
        double[] high = new double[count];
        Arrays.fill(low, lower);
        Arrays.fill(high, upper);
        return of(low, high);
    }

    int size() {
        return lower.length;
    }

    double lower(int i) {
        return lower[i];
    }

    double upper(int i) {
        return upper[i];
    }

    /** The nearest number within the bounds. */
    double clamp(int i, double value) {
        return Math.max(lower[i], Math.min(upper[i], value));
    }

    /** The nearest point within the bounds. */
    double[] clamp(double[] point) {
        double[] inside = new double[point.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = clamp(i, point[i]);
        }
        return inside;
    }

    /** How far the gradient leads, at most to the bounds, in the coordinate where it leads farthest. */
    double projectedGradient(double[] point, double[] gradient) {
        double largest = 0;
        for (int i = 0; i < point.length; i++) {
            double step = clamp(i, point[i] - gradient[i]) - point[i];
            largest = Math.max(largest, Math.abs(step));
        }
        return largest;
    }

    /** The largest step along a direction that stays within the bounds. */
    double largestStep(double[] point, double[] direction) {
        double largest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < point.length; i++) {
            if (direction[i] > 0) {
                largest = Math.min(largest, (upper[i] - point[i]) / direction[i]);
            } else if (direction[i] < 0) {
                largest = Math.min(largest, (lower[i] - point[i]) / direction[i]);
            }
        }
        return largest;
    }
}
