package dev.gradwright.kernel;

import org.ejml.UtilEjml;
import org.ejml.data.DMatrixRMaj;

/**
 * The products of EJML's matrices of fixed size, {@code CommonOps_DDF2} to {@code CommonOps_DDF6}, with their names and their meaning, for
 * matrices of the same entries. Terms are added in EJML's order, so that the results are the same bit by bit. The result has its shape
 * already. It must not be a factor: EJML refuses that for matrices, and would overwrite a vector while it reads it.
 */
public final class FixedProducts {

    private FixedProducts() {}

    /** {@code c = a b}. */
    public static void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, false, b, false, c, false);
    }

    /** {@code c = alpha a b}. */
    public static void mult(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, false, b, false, c, false);
    }

    /** {@code c = a' b}. */
    public static void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, true, b, false, c, false);
    }

    /** {@code c = alpha a' b}. */
    public static void multTransA(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, true, b, false, c, false);
    }

    /** {@code c = a b'}. */
    public static void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, false, b, true, c, false);
    }

    /** {@code c = alpha a b'}. */
    public static void multTransB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, false, b, true, c, false);
    }

    /** {@code c = a' b'}. */
    public static void multTransAB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, true, b, true, c, false);
    }

    /** {@code c = alpha a' b'}. */
    public static void multTransAB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, true, b, true, c, false);
    }

    /** {@code c += a b}. */
    public static void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, false, b, false, c, true);
    }

    /** {@code c += alpha a b}. */
    public static void multAdd(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, false, b, false, c, true);
    }

    /** {@code c += a' b}. */
    public static void multAddTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, true, b, false, c, true);
    }

    /** {@code c += alpha a' b}. */
    public static void multAddTransA(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, true, b, false, c, true);
    }

    /** {@code c += a b'}. */
    public static void multAddTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, false, b, true, c, true);
    }

    /** {@code c += alpha a b'}. */
    public static void multAddTransB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, false, b, true, c, true);
    }

    /** {@code c += a' b'}. */
    public static void multAddTransAB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(1, a, true, b, true, c, true);
    }

    /** {@code c += alpha a' b'}. */
    public static void multAddTransAB(double alpha, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        multiply(alpha, a, true, b, true, c, true);
    }

    private static void multiply(
            double alpha,
            DMatrixRMaj left,
            boolean transposesLeft,
            DMatrixRMaj right,
            boolean transposesRight,
            DMatrixRMaj result,
            boolean adds) {
        UtilEjml.checkSameInstance(left, result);
        UtilEjml.checkSameInstance(right, result);
        double[] a = left.data;
        double[] b = right.data;
        double[] c = result.data;
        int terms = transposesLeft ? left.numRows : left.numCols;
        int alongRow = transposesLeft ? left.numCols : 1;
        int nextRow = transposesLeft ? 1 : left.numCols;
        int downColumn = transposesRight ? 1 : right.numCols;
        int nextColumn = transposesRight ? right.numCols : 1;
        int place = 0;
        for (int i = 0; i < result.numRows; i++) {
            for (int j = 0; j < result.numCols; j++, place++) {
                int p = i * nextRow;
                int q = j * nextColumn;
                double sum = a[p] * b[q];
                for (int k = 1; k < terms; k++) {
                    p += alongRow;
                    q += downColumn;
                    sum += a[p] * b[q];
                }
                c[place] = adds ? c[place] + alpha * sum : alpha * sum;
            }
        }
    }
}
