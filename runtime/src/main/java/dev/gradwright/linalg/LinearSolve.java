package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * A square system {@code A X = B}, solved by elimination as EJML does it.
 *
 * <p>Tangent: {@code X' = A^-1 (B' - A' X)}, the prime meaning a tangent. Adjoint: with {@code S = A^-T X_} B gets {@code S} and A gets
 * {@code -S X^T} (Giles 2008, section 2.3.1).
 */
public final class LinearSolve extends Factorized {

    private final LuFactors factors = new LuFactors();
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj s = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj sDot = new DMatrixRMaj(1, 1);

    public LinearSolve() {
        super("CommonOps_DDRM.solve", "is singular");
    }

    /** Solves; says what EJML says of it. */
    public boolean solve(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj x, String place) {
        start(a, place);
        t.setTo(b);
        x.reshape(a.numCols, b.numCols);
        boolean isDone = factors.factorize(a);
        note(isDone && factors.isRegular());
        if (isDone) {
            factors.solve(t, x);
        }
        return isDone;
    }

    /** The tangent of the solution, from those of A and B. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj bDot, DMatrixRMaj x, DMatrixRMaj xDot) {
        keepTangent(aDot);
        if (canPush(xDot)) {
            Products.set(bDot, x, t);
            if (aDot != null) {
                Products.add(-1, aDot, x, t);
            }
            factors.solve(t, xDot);
        }
    }

    /** Hands the adjoint of the solution on to A and B. */
    public void adjoint(DMatrixRMaj xBar, DMatrixRMaj x, DMatrixRMaj aBar, DMatrixRMaj bBar) {
        if (!canPull(xBar)) {
            return;
        }
        factors.solveTransposed(xBar, s);
        xBar.zero();
        if (bBar != null) {
            Products.add(s, bBar);
        }
        if (aBar != null) {
            Products.addTransposedRight(-1, s, x, aBar);
        }
    }

    /** The tangent of {@link #adjoint}. */
    public void adjointTangent(
            DMatrixRMaj xBar,
            DMatrixRMaj xBarDot,
            DMatrixRMaj x,
            DMatrixRMaj xDot,
            DMatrixRMaj aBar,
            DMatrixRMaj aBarDot,
            DMatrixRMaj bBar,
            DMatrixRMaj bBarDot) {
        if (!canPull(xBarDot)) {
            return;
        }
        if (tangent() != null) {
            Products.addTransposedLeft(-1, tangent(), s, xBarDot);
        }
        factors.solveTransposed(xBarDot, sDot);
        xBarDot.zero();
        if (bBar != null) {
            Products.add(sDot, bBarDot);
        }
        if (aBar != null) {
            Products.addTransposedRight(-1, sDot, x, aBarDot);
            Products.addTransposedRight(-1, s, xDot, aBarDot);
        }
    }
}
