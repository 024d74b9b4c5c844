package dev.gradwright.minimize;

/**
 * The backtracking line search: the first step is shortened until the value is low enough, {@code f(t) <= f(0) + c t f'(0)} (Armijo 1966). The
 * shorter step is where the parabola through the values and the first slope is lowest, but between a tenth and a half of the one before.
 *
 * <p>It looks at no slope, so quasi-Newton methods may have to leave updates out; but it needs few evaluations.
 */
public final class Backtracking implements LineSearch {

    private static final int MOST = 60;
    private static final double ROUNDING = 1e-16;
    private static final double SHORTEST = 0.1;
    private static final double LONGEST = 0.5;

    private final double c;

    private Backtracking(double c) {
        this.c = c;
    }

    /**
     * With how much of the decrease that the slope promises there must be, usually 1e-4.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public static Backtracking armijo(double c) {
        if (!(c > 0 && c < 1)) {
            throw new IllegalArgumentException(
                    "the constant of the line search is " + c + "; use a number between 0 and 1");
        }
        return new Backtracking(c);
    }

    @Override
    public Step search(LineFunction function, double value, double slope, double first, double largest) {
        double t = Math.min(first, largest);
        int evaluations = 0;
        while (evaluations < MOST && t * Math.abs(slope) > ROUNDING * Math.abs(value)) {
            double f = function.value(t);
            evaluations++;
            if (Double.isFinite(f) && Double.isFinite(function.slope()) && f <= value + c * t * slope) {
                return new Step(t, f, function.slope(), evaluations, true);
            }
            double shorter = Double.isFinite(f) ? lowestOfParabola(t, f, value, slope) : SHORTEST * t;
            t = Math.max(SHORTEST * t, Math.min(LONGEST * t, shorter));
        }
        return new Step(0, value, slope, evaluations, false);
    }

    private static double lowestOfParabola(double t, double f, double value, double slope) {
        return -slope * t * t / (2 * (f - value - slope * t));
    }
}
