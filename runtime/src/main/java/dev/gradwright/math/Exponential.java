package dev.gradwright.math;

/**
 * The exponential function: {@code e^x = 2^k e^r} with {@code k} the integer nearest to {@code x / ln 2} and {@code |r| <= ln(2) / 2}
 * (Cody and Waite, Software Manual for the Elementary Functions, 1980, chapter 6), and the Taylor series of {@code e^r} up to the 13th
 * power, whose rest is below 1e-17.
 */
final class Exponential {

    private static final double LOG2_E = 1.4426950408889634;
    /** The logarithm of 2 to 106 bits. Multiples of the first part taken off {@code x} leave no rounding error in a fused operation. */
    static final double LN2_HIGH = 0x1.62e42fefa39efp-1;

    static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    /** Added to a number below 2^51 it leaves the nearest integer in the lowest bits. */
    private static final double SHIFTER = 0x1.8p52;

    private static final long SHIFTER_BITS = Double.doubleToRawLongBits(SHIFTER);
    /** Up to this magnitude of {@code k} the result is an ordinary number. */
    private static final long ORDINARY = 1000;

    private static final double OVERFLOW = 709.782712893384;
    private static final double UNDERFLOW = -745.1332191019412;

    private Exponential() {}

    static double exp(double x) {
        double t = shifted(x);
        return scaled(x, t, 1 + growth(remainder(x, t)));
    }

    /** The integer nearest to {@code x / ln 2}, plus the shifter. */
    static double shifted(double x) {
        return Math.fma(x, LOG2_E, SHIFTER);
    }

    /** What is left of x. */
    static double remainder(double x, double t) {
        double negative = SHIFTER - t;
        return Math.fma(negative, LN2_LOW, Math.fma(negative, LN2_HIGH, x));
    }

    /** What {@link #remainder} has lost by rounding. */
    static double lost(double x, double t, double r) {
        double negative = SHIFTER - t;
        return Math.fma(negative, LN2_LOW, Math.fma(negative, LN2_HIGH, x) - r);
    }

    /** {@code e^r - 1}. */
    static double growth(double r) {
        return Math.fma(r * r, curvature(r), r);
    }

    /** {@code (e^r - 1 - r) / r^2}. */
    static double curvature(double r) {
        double sum = Math.fma(r, 1 / 6227020800.0, 1 / 479001600.0);
        sum = Math.fma(r, sum, 1 / 39916800.0);
        sum = Math.fma(r, sum, 1 / 3628800.0);
        sum = Math.fma(r, sum, 1 / 362880.0);
        sum = Math.fma(r, sum, 1 / 40320.0);
        sum = Math.fma(r, sum, 1 / 5040.0);
        sum = Math.fma(r, sum, 1 / 720.0);
        sum = Math.fma(r, sum, 1 / 120.0);
        sum = Math.fma(r, sum, 1 / 24.0);
        sum = Math.fma(r, sum, 1 / 6.0);
        return Math.fma(r, sum, 1 / 2.0);
    }

    /** Two to the power k, for an ordinary result. */
    static double power(double t) {
        return Double.longBitsToDouble((exponent(t) + Double.MAX_EXPONENT) << 52);
    }

    /** Whether k is beyond the ordinary, or x is no number. */
    static boolean isExtreme(double t) {
        return exponent(t) + ORDINARY + Long.MIN_VALUE > 2 * ORDINARY + Long.MIN_VALUE;
    }

    private static long exponent(double t) {
        return Double.doubleToRawLongBits(t) - SHIFTER_BITS;
    }

    private static double scaled(double x, double t, double p) {
        return isExtreme(t) ? extreme(x, t, p) : p * power(t);
    }

    /** {@code 2^k p} where it may be infinite, subnormal or zero: by two powers, so that it is rounded once. */
    static double extreme(double x, double t, double p) {
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        } else if (x < UNDERFLOW) {
            return 0;
        }
        long k = exponent(t);
        long half = k >> 1;
        return p
                * Double.longBitsToDouble((half + Double.MAX_EXPONENT) << 52)
                * Double.longBitsToDouble((k - half + Double.MAX_EXPONENT) << 52);
    }
}
