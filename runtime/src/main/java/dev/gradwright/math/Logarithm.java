package dev.gradwright.math;

/**
 * The logarithm of {@code 1 + x}: {@code 1 + x = 2^k (1 + f)} with {@code 1 + f} between the roots of 1/2 and of 2, and
 * {@code log(1 + f) = 2 artanh(s)} with {@code s = f / (2 + f)}, by its Taylor series up to the 23rd power, whose rest is below 1e-18. The sum is
 * arranged as in {@code log1p} of FDLIBM, so that {@code f} is rounded last.
 */
final class Logarithm {

    /** The root of 1/2. */
    private static final long ROOT_BITS = Double.doubleToRawLongBits(0.7071067811865476);

    private static final double LARGE = 0x1p1000;

    private Logarithm() {}

    static double log1p(double x) {
        if (isExtreme(x)) {
            return extreme(x);
        }
        double u = 1 + x;
        long k = exponent(u);
        double f = fraction(mantissa(u, k), power(-k), lost(x, u));
        return sum((int) k, f);
    }

    /** Whether there is no finite logarithm, it is zero, or x is so large that two to the power of minus k is no ordinary number. */
    static boolean isExtreme(double x) {
        return !(x > -1 && x < LARGE && x != 0);
    }

    static double extreme(double x) {
        if (x == -1) {
            return Double.NEGATIVE_INFINITY;
        }
        return x < -1 ? Double.NaN : x >= LARGE ? Math.log(x) : x;
    }

    /** What {@code u = 1 + x} has lost by rounding. */
    static double lost(double x, double u) {
        return x - (u - 1);
    }

    static long exponent(double u) {
        return (Double.doubleToRawLongBits(u) - ROOT_BITS) >> 52;
    }

    /** {@code u / 2^k}. */
    static double mantissa(double u, long k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(u) - (k << 52));
    }

    /** Two to the power k. */
    static double power(long k) {
        return Double.longBitsToDouble((k + Double.MAX_EXPONENT) << 52);
    }

    /** {@code f}, with what was lost. */
    static double fraction(double mantissa, double power, double lost) {
        return Math.fma(lost, power, mantissa - 1);
    }

    /** {@code k ln 2 + log(1 + f)}. */
    static double sum(double k, double f) {
        double s = f / (2 + f);
        double half = 0.5 * f * f;
        double small = Math.fma(s, half + rest(s * s), k * Exponential.LN2_LOW);
        return k * Exponential.LN2_HIGH + (f - (half - small));
    }

    /** {@code 2 artanh(s) / s - 2}, from the square of s. */
    private static double rest(double z) {
        double sum = Math.fma(z, 2 / 23.0, 2 / 21.0);
        sum = Math.fma(z, sum, 2 / 19.0);
        sum = Math.fma(z, sum, 2 / 17.0);
        sum = Math.fma(z, sum, 2 / 15.0);
        sum = Math.fma(z, sum, 2 / 13.0);
        sum = Math.fma(z, sum, 2 / 11.0);
        sum = Math.fma(z, sum, 2 / 9.0);
        sum = Math.fma(z, sum, 2 / 7.0);
        sum = Math.fma(z, sum, 2 / 5.0);
        return z * Math.fma(z, sum, 2 / 3.0);
    }
}
