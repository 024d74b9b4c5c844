package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The distance of a point from two circles and a box, joined smoothly. */
public final class SignedDistance {

    private SignedDistance() {}

    @Differentiable
    public static double distance(
            @Shape("2") double[] point, @Shape("2") double[] centre, double logRadius, double smoothness) {
        double first = circle(point[0], point[1], Math.exp(logRadius));
        double second = circle(point[0] - centre[0], point[1] - centre[1], 0.5);
        double box = Math.max(Math.abs(point[0] - 1) - 0.4, Math.abs(point[1]) - 0.3);
        return joined(joined(first, second, smoothness), box, smoothness);
    }

    private static double circle(double x, double y, double radius) {
        return Math.hypot(x, y) - radius;
    }

    private static double joined(double a, double b, double smoothness) {
        double k = 0.1 + smoothness * smoothness;
        return -k * Math.log(Math.exp(-a / k) + Math.exp(-b / k));
    }
}
