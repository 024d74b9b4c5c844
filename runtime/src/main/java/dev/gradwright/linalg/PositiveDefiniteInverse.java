package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * The inverse of a symmetric positive definite matrix, computed with its Cholesky factor as EJML does it, which looks at one triangle of A
 * only. The formulas are those of {@link Inverse}, with the symmetric tangent of A; both halves of the adjoint belong to that triangle.
 */
public final class PositiveDefiniteInverse extends Factorized {

    private final CholeskySolver solver = new CholeskySolver();
    private final Triangle triangle = new Triangle();
    private final InverseDerivative derivative = new InverseDerivative();
    private final DMatrixRMaj m = new DMatrixRMaj(1, 1);

    public PositiveDefiniteInverse() {
        super("CommonOps_DDRM.invertSPD", "is not positive definite");
    }

    /** Inverts; says what EJML says of it. */
    public boolean invert(DMatrixRMaj a, DMatrixRMaj c, String place) {
        if (a.numRows != a.numCols) {
            throw new IllegalArgumentException("Must be a square matrix");
        }
        start(a, place);
        triangle.of(a);
        c.reshape(a.numRows, a.numCols);
        if (!note(solver.factorize(a))) {
            return false;
        }
        solver.invert(c);
        note(isFinite(c));
        return true;
    }

    /** The tangent of the inverse, from that of A. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj c, DMatrixRMaj cDot) {
        if (canPush(cDot)) {
            triangle.unfold(aDot, m);
            derivative.push(m, c, cDot);
        }
    }

    /** Hands the adjoint of the inverse on to A. */
    public void adjoint(DMatrixRMaj cBar, DMatrixRMaj c, DMatrixRMaj aBar) {
        if (canPull(cBar)) {
            triangle.fold(derivative.pull(cBar, c), aBar);
        }
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(
            DMatrixRMaj cBar,
            DMatrixRMaj cBarDot,
            DMatrixRMaj c,
            DMatrixRMaj cDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot) {
        if (canPull(cBarDot)) {
            triangle.fold(derivative.pullTangent(cBarDot, c, cDot), aBarDot);
        }
    }
}
