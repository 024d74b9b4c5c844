package dev.gradwright.minimize;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The generalized Cauchy point: the first minimum of the quadratic model along the path that the gradient takes when it is bent at the
 * bounds. Variables that are at a bound there are expected to stay at it.
 *
 * <p>R. Byrd, P. Lu, J. Nocedal and C. Zhu, A limited memory algorithm for bound constrained optimization, SIAM Journal on Scientific Computing
 * 16(5), 1995, algorithm CP.
 */
final class CauchyPoint {

    private final CompactHessian hessian;
    private final Bounds bounds;
    private final double[] x;
    private final double[] gradient;
    private final double[] direction;
    private final double[] breaks;
    private final double[] point;

    /** {@code W' (point - x)}. */
    private double[] shift;

    CauchyPoint(CompactHessian hessian, Bounds bounds, double[] x, double[] gradient) {
        this.hessian = hessian;
        this.bounds = bounds;
        this.x = x;
        this.gradient = gradient;
        this.direction = new double[x.length];
        this.breaks = new double[x.length];
        this.point = x.clone();
        this.shift = new double[hessian.columns()];
        findBreaks();
        walk();
    }

    double[] point() {
        return point;
    }

    double[] shift() {
        return shift;
    }

    /** Whether a variable is strictly within its bounds at the point. */
    boolean isFree(int i) {
        return point[i] > bounds.lower(i) && point[i] < bounds.upper(i);
    }

    private void findBreaks() {
        for (int i = 0; i < x.length; i++) {
            double g = gradient[i];
            breaks[i] = g < 0
                    ? (x[i] - bounds.upper(i)) / g
                    : g > 0 ? (x[i] - bounds.lower(i)) / g : Double.POSITIVE_INFINITY;
            direction[i] = breaks[i] == 0 ? 0 : -g;
        }
    }

    private void walk() {
        int[] order = IntStream.range(0, x.length)
                .filter(i -> breaks[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> breaks[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double theta = hessian.theta();
        double[] p = hessian.transposeTimes(direction);
        double slope = -Vectors.dot(direction, direction);
        double curvature = -theta * slope - Vectors.dot(p, hessian.middleTimes(p));
        double t = 0;
        for (int b : order) {
            double step = breaks[b] - t;
            if (!(slope < 0) || -slope / curvature < step) {
                break;
            }
            t = breaks[b];
            point[b] = direction[b] > 0 ? bounds.upper(b) : bounds.lower(b);
            Vectors.addMultiple(step, p, shift);
            double g = gradient[b];
            double[] row = hessian.row(b);
            double[] middleRow = hessian.middleTimes(row);
            slope += step * curvature + g * g + theta * g * (point[b] - x[b]) - g * Vectors.dot(middleRow, shift);
            curvature += -theta * g * g - 2 * g * Vectors.dot(middleRow, p) - g * g * Vectors.dot(middleRow, row);
            curvature = Math.max(curvature, Math.ulp(1.0) * theta * g * g);
            Vectors.addMultiple(g, row, p);
            direction[b] = 0;
        }
        double rest = slope < 0 ? -slope / curvature : 0;
        for (int i = 0; i < x.length; i++) {
            if (direction[i] != 0) {
                point[i] = bounds.clamp(i, x[i] + (t + rest) * direction[i]);
            }
        }
        if (Double.isFinite(rest)) {
            Vectors.addMultiple(rest, p, shift);
        }
    }
}
