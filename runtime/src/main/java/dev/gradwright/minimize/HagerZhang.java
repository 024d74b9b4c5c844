package dev.gradwright.minimize;

/**
 * The line search of Hager and Zhang, which looks for the Wolfe conditions or, where rounding hides the decrease of values, for their
 * approximation by slopes alone, {@code (2 delta - 1) f'(0) >= f'(t) >= sigma f'(0)} with {@code f(t) <= f(0) + eps |f(0)|}. So it finds
 * minima to the precision of the gradient, about twice as many digits as values give.
 *
 * <p>W. Hager and H. Zhang, Algorithm 851: CG_DESCENT, ACM Transactions on Mathematical Software 32(1), 2006. Constants as there: delta
 * 0.1, sigma 0.9, eps 1e-6, theta 0.5, gamma 0.66, growth 5.
 */
public final class HagerZhang implements LineSearch {

    private static final double DELTA = 0.1;
    private static final double SIGMA = 0.9;
    private static final double EPSILON = 1e-6;
    private static final double SHRINK = 0.66;
    private static final double GROWTH = 5;
    private static final int MOST = 60;
    private static final double ROUNDING = 1e-16;

    private static final HagerZhang INSTANCE = new HagerZhang();

    private HagerZhang() {}

    /** The search with its constants. */
    public static HagerZhang withDefaults() {
        return INSTANCE;
    }

    @Override
    public Step search(LineFunction function, double value, double slope, double first, double largest) {
        return new Search(function, value, slope, largest).run(Math.min(first, largest));
    }

    /** A step with what is known there. */
    private record Point(double t, double f, double g) {}

    /** One search; it ends as soon as a point that is evaluated is good enough. */
    private static final class Search {

        private final LineFunction function;
        private final Point start;
        private final double ceiling;
        private double largest;
        private int evaluations;
        private Point found;
        private Point lowest;

        Search(LineFunction function, double value, double slope, double largest) {
            this.function = function;
            this.start = new Point(0, value, slope);
            this.ceiling = value + EPSILON * Math.abs(value);
            this.largest = largest;
            this.lowest = start;
        }

        Step run(double first) {
            Point[] interval = bracket(first);
            while (found == null && interval != null && evaluations < MOST && isWide(interval)) {
                Point[] next = narrow(interval[0], interval[1]);
                if (found == null && next[1].t - next[0].t > SHRINK * (interval[1].t - interval[0].t)) {
                    next = update(next[0], next[1], at((next[0].t + next[1].t) / 2));
                }
                if (!(next[1].t - next[0].t < interval[1].t - interval[0].t)) {
                    break;
                }
                interval = next;
            }
            Point result = found != null ? found : lowest;
            return new Step(result.t, result.f, result.g, evaluations, found != null);
        }

        /** Whether the interval is so wide that values in it differ by more than rounding. */
        private boolean isWide(Point[] interval) {
            return (interval[1].t - interval[0].t) * Math.abs(start.g) > ROUNDING * Math.abs(start.f);
        }

        private Point at(double t) {
            evaluations++;
            double f = function.value(t);
            Point point = new Point(t, f, function.slope());
            if (isFinite(point)) {
                if (f < lowest.f) {
                    lowest = point;
                }
                boolean wolfe = f - start.f <= DELTA * t * start.g && point.g >= SIGMA * start.g;
                boolean approximately =
                        (2 * DELTA - 1) * start.g >= point.g && point.g >= SIGMA * start.g && f <= ceiling;
                boolean atTheLimit = t == largest && f <= start.f + DELTA * t * start.g && point.g < 0;
                if (found == null && t > 0 && (wolfe || approximately && f <= start.f || atTheLimit)) {
                    found = point;
                }
            }
            return point;
        }

        private static boolean isFinite(Point point) {
            return Double.isFinite(point.f) && Double.isFinite(point.g);
        }

        /** Steps that grow until the slope is up or the value too high: step B0 to B3. Null if there is no such interval. */
        private Point[] bracket(double first) {
            Point low = start;
            double t = first;
            while (evaluations < MOST && found == null) {
                Point now = at(t);
                if (!isFinite(now)) {
                    largest = t;
                    t = low.t + (t - low.t) / 4;
                } else if (now.g >= 0) {
                    return new Point[] {low, now};
                } else if (now.f > ceiling) {
                    return bisect(start, now);
                } else {
                    low = now;
                    t = Math.min(largest, GROWTH * t);
                    if (t <= now.t || largest < Double.POSITIVE_INFINITY && t >= largest) {
                        t = (now.t + largest) / 2;
                    }
                    if (t <= now.t) {
                        return null;
                    }
                }
            }
            return null;
        }

        /** An interval whose upper end has a slope up, from one whose upper end is too high: steps U3a to U3c. */
        private Point[] bisect(Point low, Point high) {
            while (evaluations < MOST && found == null && isWide(new Point[] {low, high})) {
                Point now = at((low.t + high.t) / 2);
                if (isFinite(now) && now.g >= 0) {
                    return new Point[] {low, now};
                }
                if (isFinite(now) && now.f <= ceiling) {
                    low = now;
                } else {
                    high = now;
                }
            }
            return new Point[] {low, high};
        }

        /** The double secant step: S1 to S4. */
        private Point[] narrow(Point a, Point b) {
            double c = secant(a, b);
            Point[] first = updateAt(a, b, c);
            if (found != null) {
                return first;
            }
            if (first[1].t == c) {
                return updateAt(first[0], first[1], secant(b, first[1]));
            }
            if (first[0].t == c) {
                return updateAt(first[0], first[1], secant(a, first[0]));
            }
            return first;
        }

        private static double secant(Point a, Point b) {
            return (a.t * b.g - b.t * a.g) / (b.g - a.g);
        }

        private Point[] updateAt(Point a, Point b, double c) {
            return c > a.t && c < b.t ? update(a, b, at(c)) : new Point[] {a, b};
        }

        private Point[] update(Point a, Point b, Point c) {
            if (!isFinite(c)) {
                return new Point[] {a, new Point(c.t, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)};
            }
            if (c.g >= 0) {
                return new Point[] {a, c};
            }
            return c.f <= ceiling ? new Point[] {c, b} : bisect(a, c);
        }
    }
}
