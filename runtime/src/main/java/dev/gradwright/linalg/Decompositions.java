package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * Decompositions of matrices as functions, which can be differentiated; EJML offers them as objects. As with EJML results are written into
 * the last arguments, or into new matrices where these are null.
 *
 * <p>What cannot be computed, because the matrix is not positive definite, say, or an iteration does not converge, is a
 * {@link org.ejml.data.SingularMatrixException} that names the operation and the matrix.
 */
public final class Decompositions {

    private Decompositions() {}

    /**
     * The Cholesky factor of the symmetric part of a matrix, {@code (A + A^T) / 2 = L L^T}.
     *
     * @param a a square matrix, n x n
     * @param l where the lower triangular factor goes, n x n; null for a new matrix
     * @return the factor
     */
    public static DMatrixRMaj cholesky(DMatrixRMaj a, DMatrixRMaj l) {
        DMatrixRMaj factor = orNew(l);
        new CholeskyFactor().decompose(a, factor, "a call outside of generated code");
        return factor;
    }

    /**
     * The natural logarithm of the absolute value of the determinant.
     *
     * @param a a square matrix
     * @return the logarithm
     */
    public static double logDeterminant(DMatrixRMaj a) {
        return new LogDeterminant().logDeterminant(a, "a call outside of generated code");
    }

    /**
     * Eigenvalues and eigenvectors of the symmetric part of a matrix, {@code (A + A^T) / 2 = V diag(w) V^T}. Of each vector the entry with
     * the largest absolute value is positive.
     *
     * @param a a square matrix, n x n
     * @param values where the eigenvalues go, in ascending order, n x 1
     * @param vectors where the eigenvectors go, a column each, n x n
     */
    public static void symmetricEigen(DMatrixRMaj a, DMatrixRMaj values, DMatrixRMaj vectors) {
        new SymmetricEigen().decompose(a, values, vectors, "a call outside of generated code");
    }

    /**
     * The singular values of a matrix.
     *
     * @param a a matrix, m x n
     * @param values where they go, in descending order, min(m, n) x 1; null for a new matrix
     * @return the values
     */
    public static DMatrixRMaj singularValues(DMatrixRMaj a, DMatrixRMaj values) {
        DMatrixRMaj found = orNew(values);
        new SingularValues().decompose(a, found, "a call outside of generated code");
        return found;
    }

    private static DMatrixRMaj orNew(DMatrixRMaj output) {
        return output == null ? new DMatrixRMaj(1, 1) : output;
    }
}
