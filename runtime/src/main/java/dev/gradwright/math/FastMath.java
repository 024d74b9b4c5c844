package dev.gradwright.math;

import dev.gradwright.kernel.FusedMultiplyAdd;
import org.ejml.data.DMatrixRMaj;

/**
 * Functions that networks are made of, for one number, an array or a matrix. Nobody's call of {@link Math} is turned into one of these: they
 * are used where they are called. They can be called in differentiable code.
 *
 * <p>Errors are below 2 units in the last place, for every argument; tests compare with references of 60 digits. NaN gives NaN. A number gives
 * the same result in an array or a matrix as alone. Whole arrays and matrices are several times faster than loops that call {@code Math}, as they
 * become vector instructions. Number by number, {@code tanh}, {@code log1p} and {@code softplus} are faster, {@code exp} is as fast, and {@code
 * sigmoid} is slower but keeps its accuracy where {@code 1 / (1 + Math.exp(-x))} underflows.
 *
 * <p>Where the machine has no instruction for fused multiply-adds, the functions of {@code Math} are called instead, so results may differ
 * in the last digit between machines with and without one.
 *
 * <p>Outputs may be inputs. An output matrix takes the input's shape, or is made if it is null.
 */
public final class FastMath {

    private static final boolean IS_FUSED = FusedMultiplyAdd.isFast();
    /** From this length on a loop in pieces is faster than one number after the other. */
    private static final int LONG = 16;

    private FastMath() {}

    /** A function of numbers in scratch. */
    @FunctionalInterface
    private interface Piecewise {
        void apply(Scratch scratch, int n);
    }

    /** A function of one number. */
    @FunctionalInterface
    private interface Single {
        double apply(double x);
    }

    /** {@code e^x}: infinite from 709.79 on, 0 up to -745.14. */
    public static double exp(double x) {
        return IS_FUSED ? Exponential.exp(x) : Math.exp(x);
    }

    /** {@code e^x}, number by number. */
    public static void exp(double[] x, double[] y) {
        apply(FastMath::exp, Scratch::exp, x, y, lengthOf(x, y));
    }

    /** {@code e^x}, entry by entry. */
    public static DMatrixRMaj exp(DMatrixRMaj x, DMatrixRMaj y) {
        return apply(FastMath::exp, Scratch::exp, x, y);
    }

    /** {@code log(1 + x)}, accurate for small x: minus infinity at -1, NaN below. */
    public static double log1p(double x) {
        return IS_FUSED ? Logarithm.log1p(x) : Math.log1p(x);
    }

    /** {@code log(1 + x)}, number by number. */
    public static void log1p(double[] x, double[] y) {
        apply(FastMath::log1p, Scratch::log1p, x, y, lengthOf(x, y));
    }

    /** {@code log(1 + x)}, entry by entry. */
    public static DMatrixRMaj log1p(DMatrixRMaj x, DMatrixRMaj y) {
        return apply(FastMath::log1p, Scratch::log1p, x, y);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return IS_FUSED ? HyperbolicTangent.tanh(x) : Math.tanh(x);
    }

    /** The hyperbolic tangent, number by number. */
    public static void tanh(double[] x, double[] y) {
        apply(FastMath::tanh, Scratch::tanh, x, y, lengthOf(x, y));
    }

    /** The hyperbolic tangent, entry by entry. */
    public static DMatrixRMaj tanh(DMatrixRMaj x, DMatrixRMaj y) {
        return apply(FastMath::tanh, Scratch::tanh, x, y);
    }

    /** The logistic function {@code 1 / (1 + e^-x)}. */
    public static double sigmoid(double x) {
        if (x < -700) {
            // 1 + e^-x is e^-x, which overflows before e^x underflows
            return exp(x);
        }
        return IS_FUSED ? invertedSuccessor(exp(-x)) : 1 / (1 + exp(-x));
    }

    /** {@code 1 / (1 + e)}, with what the sum and the quotient have lost. */
    static double invertedSuccessor(double e) {
        double sum = 1 + e;
        double quotient = 1 / sum;
        double part = sum - 1;
        double lost = (1 - (sum - part)) + (e - part);
        double over = Math.fma(-quotient, lost, Math.fma(-quotient, sum, 1));
        return Math.fma(quotient, over, quotient);
    }

    /** The logistic function, number by number. */
    public static void sigmoid(double[] x, double[] y) {
        apply(FastMath::sigmoid, Scratch::sigmoid, x, y, lengthOf(x, y));
    }

    /** The logistic function, entry by entry. */
    public static DMatrixRMaj sigmoid(DMatrixRMaj x, DMatrixRMaj y) {
        return apply(FastMath::sigmoid, Scratch::sigmoid, x, y);
    }

    /** {@code log(1 + e^x)}. */
    public static double softplus(double x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    /** {@code log(1 + e^x)}, number by number. */
    public static void softplus(double[] x, double[] y) {
        apply(FastMath::softplus, Scratch::softplus, x, y, lengthOf(x, y));
    }

    /** {@code log(1 + e^x)}, entry by entry. */
    public static DMatrixRMaj softplus(DMatrixRMaj x, DMatrixRMaj y) {
        return apply(FastMath::softplus, Scratch::softplus, x, y);
    }

    private static int lengthOf(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("the input has " + x.length + " numbers, but the output has room for "
                    + y.length + "; they must be equally long");
        }
        return x.length;
    }

    private static DMatrixRMaj apply(Single single, Piecewise piecewise, DMatrixRMaj x, DMatrixRMaj y) {
        DMatrixRMaj to = y == null ? new DMatrixRMaj(x.numRows, x.numCols) : y;
        to.reshape(x.numRows, x.numCols);
        apply(single, piecewise, x.data, to.data, x.getNumElements());
        return to;
    }

    private static void apply(Single single, Piecewise piecewise, double[] x, double[] y, int length) {
        if (length < LONG || !IS_FUSED) {
            for (int i = 0; i < length; i++) {
                y[i] = single.apply(x[i]);
            }
            return;
        }
        Scratch scratch = Scratch.ofThread();
        for (int from = 0; from < length; from += Scratch.SIZE) {
            int n = Math.min(Scratch.SIZE, length - from);
            System.arraycopy(x, from, scratch.x, 0, n);
            piecewise.apply(scratch, n);
            System.arraycopy(scratch.y, 0, y, from, n);
        }
    }
}
