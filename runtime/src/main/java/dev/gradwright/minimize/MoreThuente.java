package dev.gradwright.minimize;

/**
 * The line search of Moré and Thuente, for steps with the strong Wolfe conditions {@code f(t) <= f(0) + mu t f'(0)} and {@code |f'(t)| <= eta
 * |f'(0)|}. It keeps an interval that contains such a step, and finds trial steps by cubic and quadratic interpolation.
 *
 * <p>J. Moré and D. Thuente, Line search algorithms with guaranteed sufficient decrease, ACM Transactions on Mathematical Software 20(3),
 * 1994. Of the paper's two stages, the first searches the auxiliary function {@code f(t) - f(0) - mu t f'(0)}; the second begins when that
 * has been negative with a slope that is not.
 */
public final class MoreThuente implements LineSearch {

    private static final double SHRINK_IN_TWO_STEPS = 0.66;
    private static final double LEAST_EXTRAPOLATION = 1.1;
    private static final double MOST_EXTRAPOLATION = 4;
    private static final double NARROWEST = 1e-15;
    private static final double ROUNDING = 1e-16;

    private final double mu;
    private final double eta;
    private final int most;

    private MoreThuente(double mu, double eta, int most) {
        this.mu = mu;
        this.eta = eta;
        this.most = most;
    }

    /**
     * With the constants of the Wolfe conditions.
     *
     * @param mu how much of the decrease that the slope promises there must be, usually 1e-4
     * @param eta how much of the slope may be left, usually 0.9, or 0.1 for conjugate gradients
     * @throws IllegalArgumentException if not {@code 0 < mu < 1} and {@code 0 < eta < 1}
     */
    public static MoreThuente of(double mu, double eta) {
        if (!(mu > 0 && mu < 1 && eta > 0 && eta < 1)) {
            throw new IllegalArgumentException("the constants of the line search are mu = " + mu + ", eta = " + eta
                    + "; use numbers between 0 and 1");
        }
        return new MoreThuente(mu, eta, 60);
    }

    @Override
    public Step search(LineFunction function, double value, double slope, double first, double largest) {
        return new Search(function, value, slope, first, largest).run();
    }

    /** One search. */
    private final class Search {

        private final LineFunction function;
        private final double value0;
        private final double slope0;
        private final Interval interval;
        private double largest;
        private double step;
        private double value;
        private double slope;
        private int evaluations;

        Search(LineFunction function, double value, double slope, double first, double largest) {
            this.function = function;
            this.value0 = value;
            this.slope0 = slope;
            this.largest = largest;
            this.step = Math.min(first, largest);
            this.interval = new Interval(value, slope);
        }

        Step run() {
            double decrease = mu * slope0;
            boolean auxiliary = true;
            double width = largest;
            double widthBefore = 2 * largest;
            double low = 0;
            double high = step + MOST_EXTRAPOLATION * step;
            while (evaluate()) {
                double limit = value0 + step * decrease;
                boolean lowEnough = value <= limit;
                if (lowEnough && Math.abs(slope) <= -eta * slope0) {
                    return new Step(step, value, slope, evaluations, true);
                }
                if (interval.isBracketed() && (step <= low || step >= high || high - low <= NARROWEST * high)) {
                    return best(false);
                }
                if (step * Math.abs(slope0) <= ROUNDING * Math.abs(value0)) {
                    return best(false); // no shorter step changes the value by more than rounding does
                }
                if (step == largest && lowEnough && slope <= decrease) {
                    return new Step(step, value, slope, evaluations, true);
                }
                auxiliary &= !(lowEnough && slope >= 0);
                double tilt = auxiliary && value <= interval.bestValue() && !lowEnough ? decrease : 0;
                step = interval.next(step, value, slope, low, high, tilt);
                if (interval.isBracketed()) {
                    if (interval.width() >= SHRINK_IN_TWO_STEPS * widthBefore) {
                        step = interval.middle();
                    }
                    widthBefore = width;
                    width = interval.width();
                    low = interval.low();
                    high = interval.high();
                } else {
                    low = step + LEAST_EXTRAPOLATION * (step - interval.best());
                    high = step + MOST_EXTRAPOLATION * (step - interval.best());
                }
                step = Math.min(step, largest);
                if (interval.isBracketed() && (step <= low || step >= high || high - low <= NARROWEST * high)) {
                    return best(false);
                }
            }
            return best(false);
        }

        /** Evaluates at the step, or at a shorter one if that is not finite; false if there were too many evaluations. */
        private boolean evaluate() {
            while (evaluations < most) {
                value = function.value(step);
                slope = function.slope();
                evaluations++;
                if (Double.isFinite(value) && Double.isFinite(slope)) {
                    return true;
                }
                largest = Math.min(largest, step);
                step = interval.best() + (step - interval.best()) / 4;
            }
            return false;
        }

        /** The best step so far, which is 0 if there is none. */
        private Step best(boolean satisfied) {
            if (value <= interval.bestValue() && value <= value0 + step * mu * slope0) {
                return new Step(step, value, slope, evaluations, satisfied);
            }
            return new Step(interval.best(), interval.bestValue(), interval.bestSlope(), evaluations, satisfied);
        }
    }
}
