package dev.gradwright.linalg;

import org.ejml.EjmlParameters;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.misc.UnrolledCholesky_DDRM;

/**
 * The triangle of a symmetric matrix that EJML's Cholesky solvers look at, with the diagonal. The other one could hold anything, so the
 * derivative is one with respect to the entries of this triangle, and zero in the other.
 */
final class Triangle {

    private boolean isLower;

    /** Notes which triangle EJML reads of a matrix of this size. */
    void of(DMatrixRMaj a) {
        isLower = a.numRows <= UnrolledCholesky_DDRM.MAX || a.numRows >= EjmlParameters.SWITCH_BLOCK64_CHOLESKY;
    }

    /** Makes the whole symmetric matrix from the triangle of another. */
    void unfold(DMatrixRMaj a, DMatrixRMaj symmetric) {
        int n = a.numRows;
        symmetric.reshape(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = isLower ? a.data[i * n + j] : a.data[j * n + i];
                symmetric.data[i * n + j] = entry;
                symmetric.data[j * n + i] = entry;
            }
        }
    }

    /** Adds the adjoint of the whole symmetric matrix to that of the triangle: what lies at both places of an entry. */
    void fold(DMatrixRMaj symmetricBar, DMatrixRMaj aBar) {
        int n = aBar.numRows;
        for (int i = 0; i < n; i++) {
            aBar.data[i * n + i] += symmetricBar.data[i * n + i];
            for (int j = 0; j < i; j++) {
                int place = isLower ? i * n + j : j * n + i;
                aBar.data[place] += symmetricBar.data[i * n + j] + symmetricBar.data[j * n + i];
            }
        }
    }
}
