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
public final class Inverse extends InverseOfAll {

    private final LuFactors factors = new LuFactors();

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
}
