package dev.gradwright.minimize;

/**
 * The line search for steps with the strong Wolfe conditions {@code f(t) <= f(0) + c1 t f'(0)} and {@code |f'(t)| <= c2 |f'(0)|}: steps
 * grow until an interval must contain one, and then the interval is zoomed into by cubic interpolation.
 *
 * <p>J. Nocedal and S. Wright, Numerical optimization, 2nd edition, 2006, algorithms 3.5 and 3.6.
 */
public final class StrongWolfe implements LineSearch {

    private static final int MOST = 60;
    private static final double ROUNDING = 1e-16;
    private static final double NOISE = 1e-15;
    private static final double GROWTH = 2;
    private static final double EDGE = 0.1;

    private final double c1;
    private final double c2;

    private StrongWolfe(double c1, double c2) {
        this.c1 = c1;
        this.c2 = c2;
    }

    /**
     * With the constants of the Wolfe conditions, usually 1e-4 and 0.9.
     *
     * @throws IllegalArgumentException if not {@code 0 < c1 < c2 < 1}
     */
    public static StrongWolfe of(double c1, double c2) {
        if (!(c1 > 0 && c1 < c2 && c2 < 1)) {
            throw new IllegalArgumentException(
                    "the constants of the line search are c1 = " + c1 + ", c2 = " + c2 + "; use 0 < c1 < c2 < 1");
        }
        return new StrongWolfe(c1, c2);
    }

    @Override
    public Step search(LineFunction function, double value, double slope, double first, double largest) {
        return new Search(function, value, slope).run(Math.min(first, largest), largest);
    }

    /** A step with what is known there. */
    private record Point(double t, double f, double g) {}

    /** One search. */
    private final class Search {

        private final LineFunction function;
        private final Point start;
        private int evaluations;

        Search(LineFunction function, double value, double slope) {
            this.function = function;
            this.start = new Point(0, value, slope);
        }

        private Point at(double t) {
            evaluations++;
            double f = function.value(t);
            return new Point(t, f, function.slope());
        }

        private boolean isLowEnough(Point p) {
            return p.f <= start.f + c1 * p.t * start.g && Double.isFinite(p.f) && Double.isFinite(p.g);
        }

        private boolean isFlatEnough(Point p) {
            return Math.abs(p.g) <= -c2 * start.g;
        }

        private Step step(Point p, boolean satisfied) {
            return new Step(p.t, p.f, p.g, evaluations, satisfied);
        }

        Step run(double first, double largest) {
            Point before = start;
            Point now = at(first);
            while (evaluations < MOST) {
                if (!isLowEnough(now) || before.t > 0 && now.f >= before.f) {
                    return zoom(before, now);
                }
                if (isFlatEnough(now)) {
                    return step(now, true);
                }
                if (now.g >= 0) {
                    return zoom(now, before);
                }
                if (now.t >= largest) {
                    return step(now, true);
                }
                before = now;
                now = at(Math.min(largest, GROWTH * now.t));
            }
            return step(before, false);
        }

        /** Narrows an interval; the first end is the lowest that is low enough. */
        private Step zoom(Point low, Point high) {
            while (evaluations < MOST && Math.abs(high.t - low.t) * Math.abs(start.g) > ROUNDING * Math.abs(start.f)) {
                Point now = at(between(low, high));
                if (!isLowEnough(now) || isHigher(now, low)) {
                    high = now;
                } else {
                    if (isFlatEnough(now)) {
                        return step(now, true);
                    }
                    if (now.g * (high.t - low.t) >= 0) {
                        high = low;
                    }
                    low = now;
                }
            }
            return step(low, false);
        }

        /** Whether a point is higher than another; if rounding hides it, the flatter one is taken for the lower. */
        private static boolean isHigher(Point now, Point low) {
            return now.f - low.f > NOISE * Math.abs(low.f) || now.f >= low.f && Math.abs(now.g) >= Math.abs(low.g);
        }

        /** Where the cubic through both ends is lowest, not too near an end; the middle where there is none. */
        private double between(Point a, Point b) {
            double width = b.t - a.t;
            double t = Double.NaN;
            if (Double.isFinite(b.f) && Double.isFinite(b.g)) {
                double d1 = a.g + b.g - 3 * (a.f - b.f) / (a.t - b.t);
                double d2 = Math.signum(width) * Math.sqrt(d1 * d1 - a.g * b.g);
                t = b.t - width * ((b.g + d2 - d1) / (b.g - a.g + 2 * d2));
            }
            double part = (t - a.t) / width;
            return Double.isFinite(part) ? a.t + width * Math.max(EDGE, Math.min(1 - EDGE, part)) : a.t + width / 2;
        }
    }
}
