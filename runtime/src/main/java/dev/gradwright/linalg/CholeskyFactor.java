package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;

/**
 * The lower triangular factor L of the symmetric part of a positive definite matrix, {@code (A + A^T) / 2 = L L^T}.
 *
 * <p>Let h(X) be the lower triangle of X with half of its diagonal. Tangent: {@code L' = L h(L^-1 S' L^-T)} with the tangent of the symmetric
 * part. Adjoint: with {@code K = h(L^T L_)} A gets the symmetric part of {@code L^-T K L^-1} (Murray 2016, "Differentiation of the
 * Cholesky decomposition").
 */
public final class CholeskyFactor extends Factorized {

    private final CholeskyDecompositionInner_DDRM decomposition = new CholeskyDecompositionInner_DDRM(true);
    private final DMatrixRMaj s = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj inverse = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj k = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj kDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj g = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj q = new DMatrixRMaj(1, 1);

    public CholeskyFactor() {
        super("Decompositions.cholesky", "is not positive definite");
    }

    /** Factorizes. */
    public void decompose(DMatrixRMaj a, DMatrixRMaj l, String place) {
        start(a, place);
        if (a.numRows != a.numCols) {
            throw failure("is not square");
        }
        Symmetric.part(a, s);
        if (!decomposition.decompose(s)) {
            throw failure("is not positive definite");
        }
        l.setTo(s);
        inverse.setTo(s);
        TriangularSolver_DDRM.invertLower(inverse.data, inverse.numCols);
    }

    /** The tangent of the factor, from that of A. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj l, DMatrixRMaj lDot) {
        Symmetric.part(aDot, t);
        Products.multiply(inverse, t, q);
        Products.multiplyTransposedRight(q, inverse, t);
        halve(t);
        Products.multiply(l, t, lDot);
    }

    /** Hands the adjoint of the factor on to A. */
    public void adjoint(DMatrixRMaj lBar, DMatrixRMaj l, DMatrixRMaj aBar) {
        g.setTo(lBar);
        lBar.zero();
        Products.multiplyTransposedLeft(l, g, k);
        halve(k);
        Products.multiplyTransposedLeft(inverse, k, q);
        Products.multiply(q, inverse, t);
        Symmetric.addPart(t, aBar);
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(
            DMatrixRMaj lBar,
            DMatrixRMaj lBarDot,
            DMatrixRMaj l,
            DMatrixRMaj lDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot) {
        Products.multiplyTransposedLeft(lDot, g, kDot);
        Products.addTransposedLeft(1, l, lBarDot, kDot);
        halve(kDot);
        lBarDot.zero();
        // L^-T K L^-1 has the tangent L^-T (K' - T^T K - K T) L^-1 with T = L^-1 L'
        Products.multiply(inverse, lDot, t);
        Products.addTransposedLeft(-1, t, k, kDot);
        Products.add(-1, k, t, kDot);
        Products.multiplyTransposedLeft(inverse, kDot, q);
        Products.multiply(q, inverse, t);
        Symmetric.addPart(t, aBarDot);
    }

    /** The lower triangle with half of the diagonal. */
    private static void halve(DMatrixRMaj a) {
        int n = a.numRows;
        for (int i = 0; i < n; i++) {
            a.data[i * n + i] *= 0.5;
            for (int j = i + 1; j < n; j++) {
                a.data[i * n + j] = 0;
            }
        }
    }
}
