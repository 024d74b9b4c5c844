package dev.gradwright.math;

/**
 * Functions of many numbers at a time, in loops that C2 turns into vector instructions: each does one small thing to arrays that all start at
 * index 0. What needs the bits of a number has a loop of its own, which is not vectorised. Every number goes through the same
 * operations in the same order as in the functions of one number, and comes out the same. One for each thread.
 */
final class Scratch {

    /** As many numbers as stay in a first-level cache with all that is kept of them. */
    static final int SIZE = 256;

    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    /** The numbers. */
    final double[] x = new double[SIZE];
    /** What comes out. */
    final double[] y = new double[SIZE];

    private final double[] t = new double[SIZE];
    private final double[] r = new double[SIZE];
    private final double[] rest = new double[SIZE];
    private final double[] power = new double[SIZE];
    private final double[] sign = new double[SIZE];
    private final double[] moved = new double[SIZE];

    static Scratch ofThread() {
        return OF_THREAD.get();
    }

    void exp(int n) {
        exp(x, n);
    }

    /** {@code e^from}, to y; from is not y. Says whether an exponent was extreme. */
    private boolean exp(double[] from, int n) {
        reduce(from, t, r, n);
        grow(r, y, n);
        return scale(from, t, y, n);
    }

    void sigmoid(int n) {
        negate(x, moved, n);
        boolean isExtreme = exp(moved, n);
        invert(y, n);
        if (isExtreme) {
            for (int i = 0; i < n; i++) {
                y[i] = FastMath.sigmoid(x[i]);
            }
        }
    }

    void log1p(int n) {
        log1p(x, n);
    }

    /** The logarithm of {@code 1 + from}, to y; from is not y. */
    private void log1p(double[] from, int n) {
        // u goes to t, what it lost to rest; the exponent to sign
        increment(from, t, rest, n);
        boolean isExtreme = split(from, t, power, sign, n);
        fraction(t, power, rest, r, n);
        addLogarithms(sign, r, y, n);
        if (isExtreme) {
            for (int i = 0; i < n; i++) {
                y[i] = Logarithm.log1p(from[i]);
            }
        }
    }

    void softplus(int n) {
        negateMagnitude(x, moved, n);
        exp(moved, n);
        System.arraycopy(y, 0, moved, 0, n);
        log1p(moved, n);
        addPositive(x, y, n);
    }

    void tanh(int n) {
        doubled(x, moved, n);
        reduce(moved, t, r, n);
        lost(moved, t, r, rest, n);
        curve(r, rest, n);
        powers(x, t, power, sign, n);
        sums(power, r, t, n);
        lows(t, power, r, rest, n);
        quotients(sign, t, rest, y, n);
    }

    private static void reduce(double[] x, double[] t, double[] r, int n) {
        for (int i = 0; i < n; i++) {
            t[i] = Exponential.shifted(x[i]);
        }
        for (int i = 0; i < n; i++) {
            r[i] = Exponential.remainder(x[i], t[i]);
        }
    }

    private static void grow(double[] r, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = 1 + Exponential.growth(r[i]);
        }
    }

    private static boolean scale(double[] x, double[] t, double[] y, int n) {
        boolean isExtreme = false;
        for (int i = 0; i < n; i++) {
            if (Exponential.isExtreme(t[i])) {
                isExtreme = true;
                y[i] = Exponential.extreme(x[i], t[i], y[i]);
            } else {
                y[i] *= Exponential.power(t[i]);
            }
        }
        return isExtreme;
    }

    private static void negate(double[] x, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = -x[i];
        }
    }

    private static void negateMagnitude(double[] x, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = -Math.abs(x[i]);
        }
    }

    private static void invert(double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = FastMath.invertedSuccessor(y[i]);
        }
    }

    private static void increment(double[] x, double[] u, double[] lost, int n) {
        for (int i = 0; i < n; i++) {
            u[i] = 1 + x[i];
        }
        for (int i = 0; i < n; i++) {
            lost[i] = Logarithm.lost(x[i], u[i]);
        }
    }

    /** Replaces u by its mantissa, and gives its exponent and two to the power of minus that. */
    private static boolean split(double[] x, double[] u, double[] power, double[] exponent, int n) {
        boolean isExtreme = false;
        for (int i = 0; i < n; i++) {
            long k = Logarithm.exponent(u[i]);
            u[i] = Logarithm.mantissa(u[i], k);
            power[i] = Logarithm.power(-k);
            exponent[i] = (int) k;
            if (Logarithm.isExtreme(x[i])) {
                isExtreme = true;
            }
        }
        return isExtreme;
    }

    private static void fraction(double[] mantissa, double[] power, double[] lost, double[] f, int n) {
        for (int i = 0; i < n; i++) {
            f[i] = Logarithm.fraction(mantissa[i], power[i], lost[i]);
        }
    }

    private static void addLogarithms(double[] k, double[] f, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Logarithm.sum(k[i], f[i]);
        }
    }

    private static void addPositive(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(x[i], 0) + y[i];
        }
    }

    private static void doubled(double[] x, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = HyperbolicTangent.doubled(x[i]);
        }
    }

    private static void lost(double[] x, double[] t, double[] r, double[] lost, int n) {
        for (int i = 0; i < n; i++) {
            lost[i] = Exponential.lost(x[i], t[i], r[i]);
        }
    }

    private static void curve(double[] r, double[] rest, int n) {
        for (int i = 0; i < n; i++) {
            rest[i] = HyperbolicTangent.rest(r[i], rest[i]);
        }
    }

    private static void powers(double[] x, double[] t, double[] power, double[] sign, int n) {
        for (int i = 0; i < n; i++) {
            power[i] = Exponential.power(t[i]);
            sign[i] = HyperbolicTangent.sign(x[i]);
        }
    }

    private static void sums(double[] power, double[] r, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = HyperbolicTangent.sum(power[i], r[i]);
        }
    }

    private static void lows(double[] sum, double[] power, double[] r, double[] rest, int n) {
        for (int i = 0; i < n; i++) {
            rest[i] = HyperbolicTangent.low(sum[i], power[i], r[i], rest[i]);
        }
    }

    private static void quotients(double[] sign, double[] sum, double[] low, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = HyperbolicTangent.quotient(sign[i], sum[i], low[i]);
        }
    }
}
