package dev.gradwright.kernel;

import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The matrix products of EJML's {@code CommonOps_DDRM}, with its names and its meaning, on the kernel that {@link Kernels#current()}
 * gives. Generated code calls these where the user's code calls EJML's. Each takes a shape that fits and otherwise throws EJML's
 * {@link MatrixDimensionException}; the result takes its shape, and may be empty. A result that is
 * an operand, or shares its entries with one, is left to EJML, which refuses most of them. A product is not added to a matrix that
 * {@linkplain Discarding discards} it.
 */
public final class MatrixProducts {

    private MatrixProducts() {}

    /** {@code c = a b}. */
    public static DMatrixRMaj mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c) ? CommonOps_DDRM.mult(a, b, c) : multiply(1, a, false, b, false, false, c);
    }

    /** {@code c = alpha a b}. */
    public static DMatrixRMaj mult(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c) ? CommonOps_DDRM.mult(alpha, a, b, c) : multiply(alpha, a, false, b, false, false, c);
    }

    /** {@code c = a' b}. */
    public static DMatrixRMaj multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c) ? CommonOps_DDRM.multTransA(a, b, c) : multiply(1, a, true, b, false, false, c);
    }

    /** {@code c = alpha a' b}. */
    public static DMatrixRMaj multTransA(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c)
                ? CommonOps_DDRM.multTransA(alpha, a, b, c)
                : multiply(alpha, a, true, b, false, false, c);
    }

    /** {@code c = a b'}. */
    public static DMatrixRMaj multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c) ? CommonOps_DDRM.multTransB(a, b, c) : multiply(1, a, false, b, true, false, c);
    }

    /** {@code c = alpha a b'}. */
    public static DMatrixRMaj multTransB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c)
                ? CommonOps_DDRM.multTransB(alpha, a, b, c)
                : multiply(alpha, a, false, b, true, false, c);
    }

    /** {@code c = a' b'}. */
    public static DMatrixRMaj multTransAB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c) ? CommonOps_DDRM.multTransAB(a, b, c) : multiply(1, a, true, b, true, false, c);
    }

    /** {@code c = alpha a' b'}. */
    public static DMatrixRMaj multTransAB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return share(a, b, c)
                ? CommonOps_DDRM.multTransAB(alpha, a, b, c)
                : multiply(alpha, a, true, b, true, false, c);
    }

    /** {@code c += a b}. */
    public static void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAdd(a, b, c);
        } else {
            multiply(1, a, false, b, false, true, c);
        }
    }

    /** {@code c += alpha a b}. */
    public static void multAdd(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAdd(alpha, a, b, c);
        } else {
            multiply(alpha, a, false, b, false, true, c);
        }
    }

    /** {@code c += a' b}. */
    public static void multAddTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAddTransA(a, b, c);
        } else {
            multiply(1, a, true, b, false, true, c);
        }
    }

    /** {@code c += alpha a' b}. */
    public static void multAddTransA(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAddTransA(alpha, a, b, c);
        } else {
            multiply(alpha, a, true, b, false, true, c);
        }
    }

    /** {@code c += a b'}. */
    public static void multAddTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAddTransB(a, b, c);
        } else {
            multiply(1, a, false, b, true, true, c);
        }
    }

    /** {@code c += alpha a b'}. */
    public static void multAddTransB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAddTransB(alpha, a, b, c);
        } else {
            multiply(alpha, a, false, b, true, true, c);
        }
    }

    /** {@code c += a' b'}. */
    public static void multAddTransAB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAddTransAB(a, b, c);
        } else {
            multiply(1, a, true, b, true, true, c);
        }
    }

    /** {@code c += alpha a' b'}. */
    public static void multAddTransAB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        if (share(a, b, c)) {
            CommonOps_DDRM.multAddTransAB(alpha, a, b, c);
        } else {
            multiply(alpha, a, true, b, true, true, c);
        }
    }

    private static DMatrixRMaj multiply(
            double alpha,
            DMatrixRMaj a,
            boolean transposesA,
            DMatrixRMaj b,
            boolean transposesB,
            boolean accumulates,
            DMatrixRMaj c) {
        int m = transposesA ? a.numCols : a.numRows;
        int n = transposesB ? b.numRows : b.numCols;
        int k = inner(a, transposesA, b, transposesB);
        if (!accumulates) {
            c.reshape(m, n);
        } else if (c.numRows != m || c.numCols != n) {
            throw new MatrixDimensionException(
                    "the product is " + m + "x" + n + ", but is added to " + c.numRows + "x" + c.numCols);
        } else if (c instanceof Discarding sum && sum.discards()) {
            return c;
        }
        if (k > 0 && m > 0 && n > 0) {
            Kernels.current().multiply(transposesA, transposesB, m, n, k, alpha, a.data, b.data, accumulates, c.data);
        } else if (!accumulates) {
            c.zero();
        }
        return c;
    }

    private static int inner(DMatrixRMaj a, boolean transposesA, DMatrixRMaj b, boolean transposesB) {
        int columns = transposesA ? a.numRows : a.numCols;
        int rows = transposesB ? b.numCols : b.numRows;
        if (columns != rows) {
            throw new MatrixDimensionException("a is " + shape(a, transposesA) + " and b is " + shape(b, transposesB)
                    + ": " + columns + " and " + rows + " must be equal");
        }
        return columns;
    }

    private static String shape(DMatrixRMaj matrix, boolean transposed) {
        return transposed
                ? matrix.numCols + "x" + matrix.numRows + " (transposed)"
                : matrix.numRows + "x" + matrix.numCols;
    }

    /** Whether the result is read while it is written. What that gives depends on the order of EJML's loops, so EJML does it. */
    private static boolean share(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        return a.data == c.data || b.data == c.data;
    }
}
