package dev.gradwright.minimize;

/**
 * The interval of a line search, with the best step at one end, and how a trial step moves it: the four cases of Moré and Thuente,
 * section 4. At the other end the function is higher, or its slope points back, once the interval is bracketed; before, it is open.
 */
final class Interval {

    private static final double NEAR_OTHER_END = 0.66;

    private double best;
    private double bestValue;
    private double bestSlope;
    private double other;
    private double otherValue;
    private double otherSlope;
    private boolean bracketed;

    Interval(double value, double slope) {
        bestValue = value;
        bestSlope = slope;
        otherValue = value;
        otherSlope = slope;
    }

    boolean isBracketed() {
        return bracketed;
    }

    double best() {
        return best;
    }

    double bestValue() {
        return bestValue;
    }

    double bestSlope() {
        return bestSlope;
    }

    double width() {
        return Math.abs(other - best);
    }

    double middle() {
        return best + 0.5 * (other - best);
    }

    double low() {
        return Math.min(best, other);
    }

    double high() {
        return Math.max(best, other);
    }

    /**
     * Takes a trial step in, and gives the next.
     *
     * @param tilt a slope to be taken off all values and slopes: that of the auxiliary function, or 0
     */
    double next(double step, double value, double slope, double least, double most, double tilt) {
        tilt(-tilt);
        double result = choose(step, value - step * tilt, slope - tilt, least, most);
        tilt(tilt);
        return result;
    }

    private void tilt(double by) {
        if (by != 0) {
            bestValue += best * by;
            bestSlope += by;
            otherValue += other * by;
            otherSlope += by;
        }
    }

    private double choose(double t, double f, double g, double least, double most) {
        boolean turned = g * Math.signum(bestSlope) < 0;
        double next;
        if (f > bestValue) {
            next = higher(t, f, g);
            bracketed = true;
        } else if (turned) {
            next = turned(t, f, g);
            bracketed = true;
        } else if (Math.abs(g) < Math.abs(bestSlope)) {
            next = flatter(t, f, g, least, most);
        } else {
            next = steeper(t, f, g, least, most);
        }
        if (f > bestValue) {
            setOther(t, f, g);
        } else {
            if (turned) {
                setOther(best, bestValue, bestSlope);
            }
            best = t;
            bestValue = f;
            bestSlope = g;
        }
        return next;
    }

    private void setOther(double t, double f, double g) {
        other = t;
        otherValue = f;
        otherSlope = g;
    }

    /** Case 1: the trial is higher. The cubic step if it is nearer to the best than the quadratic one, else between the two. */
    private double higher(double t, double f, double g) {
        double theta = 3 * (bestValue - f) / (t - best) + bestSlope + g;
        double gamma = root(theta, bestSlope, g);
        if (t < best) {
            gamma = -gamma;
        }
        double r = ((gamma - bestSlope) + theta) / (((gamma - bestSlope) + gamma) + g);
        double cubic = best + r * (t - best);
        double quadratic = best + bestSlope / ((bestValue - f) / (t - best) + bestSlope) / 2 * (t - best);
        return Math.abs(cubic - best) < Math.abs(quadratic - best) ? cubic : cubic + (quadratic - cubic) / 2;
    }

    /** Case 2: lower, but the slope points back. The cubic or the secant step, whichever is farther from the trial. */
    private double turned(double t, double f, double g) {
        double theta = 3 * (bestValue - f) / (t - best) + bestSlope + g;
        double gamma = root(theta, bestSlope, g);
        if (t > best) {
            gamma = -gamma;
        }
        double r = ((gamma - g) + theta) / (((gamma - g) + gamma) + bestSlope);
        double cubic = t + r * (best - t);
        double secant = t + g / (g - bestSlope) * (best - t);
        return Math.abs(cubic - t) > Math.abs(secant - t) ? cubic : secant;
    }

    /** Case 3: lower, in the same direction, and flatter. The cubic may have no minimum ahead. */
    private double flatter(double t, double f, double g, double least, double most) {
        double theta = 3 * (bestValue - f) / (t - best) + bestSlope + g;
        double gamma = root(theta, bestSlope, g);
        if (t > best) {
            gamma = -gamma;
        }
        double r = ((gamma - g) + theta) / ((gamma + (bestSlope - g)) + gamma);
        double cubic = r < 0 && gamma != 0 ? t + r * (best - t) : t > best ? most : least;
        double secant = t + g / (g - bestSlope) * (best - t);
        boolean cubicIsNearer = Math.abs(cubic - t) < Math.abs(secant - t);
        if (!bracketed) {
            double farther = cubicIsNearer ? secant : cubic;
            return Math.max(least, Math.min(most, farther));
        }
        double nearer = cubicIsNearer ? cubic : secant;
        double limit = t + NEAR_OTHER_END * (other - t);
        return t > best ? Math.min(limit, nearer) : Math.max(limit, nearer);
    }

    /** Case 4: lower, in the same direction, and not flatter. The cubic step to the other end, or as far as allowed. */
    private double steeper(double t, double f, double g, double least, double most) {
        if (!bracketed) {
            return t > best ? most : least;
        }
        double theta = 3 * (f - otherValue) / (other - t) + otherSlope + g;
        double gamma = root(theta, otherSlope, g);
        if (t > other) {
            gamma = -gamma;
        }
        double r = ((gamma - g) + theta) / (((gamma - g) + gamma) + otherSlope);
        return t + r * (other - t);
    }

    /** {@code sqrt(theta^2 - a b)} without overflow; 0 where rounding makes the radicand negative. */
    private static double root(double theta, double a, double b) {
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(a), Math.abs(b)));
        double scaled = theta / scale;
        return scale * Math.sqrt(Math.max(0, scaled * scaled - a / scale * (b / scale)));
    }
}
