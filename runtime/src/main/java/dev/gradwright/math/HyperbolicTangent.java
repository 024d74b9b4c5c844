package dev.gradwright.math;

/**
 * {@code tanh |x| = e / (e + 2)} with {@code e = exp(2 |x|) - 1}, where {@code e} is a sum of two numbers, so that nothing is lost when 1 is
 * taken off.
 */
final class HyperbolicTangent {

    /** From here on the result is 1. */
    private static final double LARGEST = 22;

    private static final long SIGN = Long.MIN_VALUE;
    private static final long ONE = Double.doubleToRawLongBits(1.0);

    private HyperbolicTangent() {}

    static double tanh(double x) {
        double y = doubled(x);
        double t = Exponential.shifted(y);
        double r = Exponential.remainder(y, t);
        double power = Exponential.power(t);
        double sum = sum(power, r);
        return quotient(sign(x), sum, low(sum, power, r, rest(r, Exponential.lost(y, t, r))));
    }

    static double doubled(double x) {
        return 2 * Math.min(Math.abs(x), LARGEST);
    }

    static double sign(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & SIGN | ONE);
    }

    /** {@code e^r - 1 - r}, with what r has lost. */
    static double rest(double r, double lost) {
        return Math.fma(r * r, Exponential.curvature(r), lost);
    }

    /** {@code power (1 + r) - 1}. */
    static double sum(double power, double r) {
        return power - 1 + power * r;
    }

    /** What is to be added to the sum for {@code e = power (1 + r + rest) - 1}: the rest, and what the sum has lost. */
    static double low(double sum, double power, double r, double rest) {
        double first = power - 1;
        double second = power * r;
        double part = sum - first;
        return Math.fma(power, rest, (first - (sum - part)) + (second - part));
    }

    /** {@code e / (e + 2)} for {@code e = sum + low}; what e, the divisor and the quotient lose by rounding is divided, too. */
    static double quotient(double sign, double sum, double low) {
        double e = sum + low;
        double lost = low - (e - sum);
        double divisor = e + 2;
        double inverse = 1 / divisor;
        double quotient = e * inverse;
        double over = Math.fma(-quotient, divisor, e) + (lost - quotient * (e - (divisor - 2) + lost));
        return sign * Math.fma(over, inverse, quotient);
    }
}
