package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.misc.UnrolledInverseFromMinor_DDRM;

/**
 * The inverse {@code C = A^-1}, computed as EJML does it. The result is all that derivatives need.
 *
 * <p>Tangent: {@code C' = -C A' C}, the prime meaning a tangent. Adjoint: A gets {@code -C^T C_ C^T} (Giles 2008, section 2.2.3; Petersen
 * and Pedersen, section 2.2).
 */
public final class Inverse extends Factorized {

    private final LuFactors factors = new LuFactors();
    private final InverseDerivative derivative = new InverseDerivative();

    public Inverse() {
        super("CommonOps_DDRM.invert", "is singular");
    }

    /** Inverts; says what EJML says of it. */
    public boolean invert(DMatrixRMaj a, DMatrixRMaj c, String place) {
        start(a, place);
        boolean isDone = true;
        if (a.numCols <= UnrolledInverseFromMinor_DDRM.MAX || a.numRows != a.numCols) {
            isDone = CommonOps_DDRM.invert(a, c);
        } else {
            isDone = factors.factorize(a);
            c.reshape(a.numRows, a.numCols);
            if (isDone) {
                factors.invert(c);
            }
        }
        note(isDone && isFinite(c));
        return isDone;
    }

    static boolean isFinite(DMatrixRMaj c) {
        for (int k = 0; k < c.getNumElements(); k++) {
            if (Double.isNaN(c.data[k]) || Double.isInfinite(c.data[k])) {
                return false;
            }
        }
        return true;
    }

    /** The tangent of the inverse, from that of A. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj c, DMatrixRMaj cDot) {
        if (canPush(cDot)) {
            derivative.push(aDot, c, cDot);
        }
    }

    /** Hands the adjoint of the inverse on to A. */
    public void adjoint(DMatrixRMaj cBar, DMatrixRMaj c, DMatrixRMaj aBar) {
        if (canPull(cBar)) {
            Products.add(derivative.pull(cBar, c), aBar);
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
            Products.add(derivative.pullTangent(cBarDot, c, cDot), aBarDot);
        }
    }
}
