package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.lu.LUDecompositionAlt_DDRM;
import org.ejml.dense.row.linsol.lu.LinearSolverLu_DDRM;

/** The factors of a square matrix by elimination with row exchanges, {@code P A = L U}, as EJML's solver for general systems makes them. */
final class LuFactors {

    private final LUDecompositionAlt_DDRM factors = new LUDecompositionAlt_DDRM();
    private final LinearSolverLu_DDRM solver = new LinearSolverLu_DDRM(factors);
    private final DMatrixRMaj y = new DMatrixRMaj(1, 1);

    /** Factorizes; says what EJML says of it. */
    boolean factorize(DMatrixRMaj a) {
        return solver.setA(a);
    }

    /** Whether every pivot is a number other than zero. */
    boolean isRegular() {
        DMatrixRMaj lu = factors.getLU();
        for (int i = 0; i < lu.numRows; i++) {
            double pivot = lu.unsafe_get(i, i);
            if (pivot == 0 || Double.isNaN(pivot) || Double.isInfinite(pivot)) {
                return false;
            }
        }
        return true;
    }

    double determinant() {
        return factors.computeDeterminant().real;
    }

    /** The logarithm of the determinant's absolute value. */
    double logDeterminant() {
        DMatrixRMaj lu = factors.getLU();
        double sum = 0;
        for (int i = 0; i < lu.numRows; i++) {
            sum += Math.log(Math.abs(lu.unsafe_get(i, i)));
        }
        return sum;
    }

    void invert(DMatrixRMaj inverse) {
        solver.invert(inverse);
    }

    /** {@code A x = b}. */
    void solve(DMatrixRMaj b, DMatrixRMaj x) {
        solver.solve(b, x);
    }

    /** {@code A' x = b}, row by row: first {@code U' y = b}, then {@code L' P x = y}. */
    void solveTransposed(DMatrixRMaj b, DMatrixRMaj x) {
        DMatrixRMaj lu = factors.getLU();
        int n = lu.numRows;
        int width = b.numCols;
        y.setTo(b);
        for (int i = 0; i < n; i++) {
            double pivot = lu.data[i * n + i];
            for (int k = 0; k < width; k++) {
                y.data[i * width + k] /= pivot;
            }
            for (int j = i + 1; j < n; j++) {
                subtractRow(lu.data[i * n + j], i, j, width);
            }
        }
        for (int i = n - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                subtractRow(lu.data[i * n + j], i, j, width);
            }
        }
        x.reshape(n, width);
        int[] rows = factors.getPivot();
        for (int i = 0; i < n; i++) {
            System.arraycopy(y.data, i * width, x.data, rows[i] * width, width);
        }
    }

    private void subtractRow(double factor, int from, int to, int width) {
        for (int k = 0; k < width; k++) {
            y.data[to * width + k] -= factor * y.data[from * width + k];
        }
    }
}
