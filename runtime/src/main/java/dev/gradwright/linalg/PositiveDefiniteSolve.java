package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * A system {@code A X = B} with a symmetric positive definite matrix, solved with its Cholesky factor as EJML does it, which looks at one
 * triangle of A only.
 *
 * <p>Tangent: {@code X' = A^-1 (B' - A' X)} with the symmetric tangent of A. Adjoint: with {@code S = A^-1 X_} B gets {@code S} and A gets
 * {@code -S X^T} (Giles 2008, section 2.3.1), of which both halves belong to the triangle that is looked at.
 */
public final class PositiveDefiniteSolve extends Factorized {

    private final CholeskySolver solver = new CholeskySolver();
    private final Triangle triangle = new Triangle();
    private final DMatrixRMaj t = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj s = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj sDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj m = new DMatrixRMaj(1, 1);

    public PositiveDefiniteSolve() {
        super("CommonOps_DDRM.solveSPD", "is not positive definite");
    }

    /** Solves; says what EJML says of it. */
    public boolean solve(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj x, String place) {
        if (a.numRows != a.numCols) {
            throw new IllegalArgumentException("Must be a square matrix");
        }
        start(a, place);
        triangle.of(a);
        t.setTo(b);
        x.reshape(a.numCols, b.numCols);
        if (!note(solver.factorize(a))) {
            return false;
        }
        solver.solve(t, x);
        note(isFinite(x));
        return true;
    }

    /** The tangent of the solution, from those of A and B. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj bDot, DMatrixRMaj x, DMatrixRMaj xDot) {
        if (aDot != null) {
            triangle.unfold(aDot, m);
        }
        keepTangent(aDot == null ? null : m);
        if (canPush(xDot)) {
            Products.set(bDot, x, t);
            if (tangent() != null) {
                Products.add(-1, tangent(), x, t);
            }
            solver.solve(t, xDot);
        }
    }

    /** Hands the adjoint of the solution on to A and B. */
    public void adjoint(DMatrixRMaj xBar, DMatrixRMaj x, DMatrixRMaj aBar, DMatrixRMaj bBar) {
        if (!canPull(xBar)) {
            return;
        }
        solver.solve(xBar, s);
        xBar.zero();
        if (bBar != null) {
            Products.add(s, bBar);
        }
        if (aBar != null) {
            clear(aBar);
            Products.addTransposedRight(-1, s, x, m);
            triangle.fold(m, aBar);
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
            Products.add(-1, tangent(), s, xBarDot);
        }
        solver.solve(xBarDot, sDot);
        xBarDot.zero();
        if (bBar != null) {
            Products.add(sDot, bBarDot);
        }
        if (aBar != null) {
            clear(aBar);
            Products.addTransposedRight(-1, sDot, x, m);
            Products.addTransposedRight(-1, s, xDot, m);
            triangle.fold(m, aBarDot);
        }
    }

    private void clear(DMatrixRMaj like) {
        m.reshape(like.numRows, like.numCols);
        m.zero();
    }
}
