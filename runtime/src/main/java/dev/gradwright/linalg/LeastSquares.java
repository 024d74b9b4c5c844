package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.dense.row.linsol.qr.LinearSolverQrHouseCol_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A system with more equations than unknowns, solved by least squares with the factors {@code A = Q R} as EJML does it. With the residual
 * {@code E = B - A X} the solution satisfies {@code A^T E = 0}; so does its tangent.
 *
 * <p>Tangent: {@code X' = (A^T A)^-1 (A'^T E + A^T (B' - A' X))}, the prime meaning a tangent. Adjoint: with
 * {@code W = (A^T A)^-1 X_} and {@code S = A W} B gets {@code S} and A gets {@code E W^T - S X^T} (Golub and Pereyra 1973; for a square
 * matrix E is zero and these are the formulas of Giles 2008, section 2.3.1). {@code A^T A = R^T R}.
 */
public final class LeastSquares extends Factorized {

    private LinearSolverDense<DMatrixRMaj> solver;
    private int rows = -1;
    private int columns = -1;
    private final QRDecompositionHouseholderColumn_DDRM own = new QRDecompositionHouseholderColumn_DDRM();
    private final DMatrixRMaj a = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj r = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj e = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj eDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj w = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj wDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj s = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj sDot = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj u = new DMatrixRMaj(1, 1);
    private double[] column = {};

    public LeastSquares() {
        super("CommonOps_DDRM.solve", "has columns that depend on each other");
    }

    /** Solves; says what EJML says of it. */
    public boolean solve(DMatrixRMaj matrix, DMatrixRMaj b, DMatrixRMaj x, String place) {
        start(matrix, place);
        if (rows != matrix.numRows || columns != matrix.numCols) {
            rows = matrix.numRows;
            columns = matrix.numCols;
            solver = LinearSolverFactory_DDRM.leastSquares(rows, columns);
        }
        a.setTo(matrix);
        e.setTo(b);
        x.reshape(columns, b.numCols);
        u.setTo(a);
        s.setTo(b);
        if (!solver.setA(u)) {
            note(false);
            return false;
        }
        solver.solve(s, x);
        QRDecompositionHouseholderColumn_DDRM factors = own;
        if (solver instanceof LinearSolverQrHouseCol_DDRM column) {
            factors = (QRDecompositionHouseholderColumn_DDRM) column.getDecomposition();
        } else {
            own.decompose(u);
        }
        r.reshape(columns, columns);
        factors.getR(r, true);
        boolean isRegular = true;
        for (int i = 0; i < columns; i++) {
            isRegular &= r.unsafe_get(i, i) != 0 && !Double.isNaN(r.unsafe_get(i, i));
        }
        note(isRegular);
        Products.add(-1, a, x, e);
        return true;
    }

    /** The tangent of the solution, from those of A and B. */
    public void tangent(DMatrixRMaj aDot, DMatrixRMaj bDot, DMatrixRMaj x, DMatrixRMaj xDot) {
        keepTangent(aDot);
        if (!canPush(xDot)) {
            return;
        }
        Products.set(bDot, e, eDot);
        if (tangent() != null) {
            Products.add(-1, tangent(), x, eDot);
        }
        u.reshape(columns, e.numCols);
        Products.multiplyTransposedLeft(a, eDot, u);
        if (tangent() != null) {
            Products.addTransposedLeft(1, tangent(), e, u);
        }
        solveNormal(u, xDot);
        Products.add(-1, a, xDot, eDot);
    }

    /** Hands the adjoint of the solution on to A and B. */
    public void adjoint(DMatrixRMaj xBar, DMatrixRMaj x, DMatrixRMaj aBar, DMatrixRMaj bBar) {
        if (!canPull(xBar)) {
            return;
        }
        solveNormal(xBar, w);
        Products.multiply(a, w, s);
        xBar.zero();
        if (bBar != null) {
            Products.add(s, bBar);
        }
        if (aBar != null) {
            Products.addTransposedRight(1, e, w, aBar);
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
        sDot.reshape(rows, w.numCols);
        sDot.zero();
        if (tangent() != null) {
            Products.addTransposedLeft(-1, tangent(), s, xBarDot);
            Products.multiply(tangent(), w, sDot);
            Products.addTransposedLeft(-1, a, sDot, xBarDot);
        }
        solveNormal(xBarDot, wDot);
        Products.add(1, a, wDot, sDot);
        xBarDot.zero();
        if (bBar != null) {
            Products.add(sDot, bBarDot);
        }
        if (aBar != null) {
            Products.addTransposedRight(1, eDot, w, aBarDot);
            Products.addTransposedRight(1, e, wDot, aBarDot);
            Products.addTransposedRight(-1, sDot, x, aBarDot);
            Products.addTransposedRight(-1, s, xDot, aBarDot);
        }
    }

    /** {@code R^T R x = b}. */
    private void solveNormal(DMatrixRMaj b, DMatrixRMaj x) {
        int width = b.numCols;
        x.reshape(columns, width);
        if (column.length < columns) {
            column = new double[columns];
        }
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < columns; i++) {
                column[i] = b.data[i * width + k];
            }
            TriangularSolver_DDRM.solveTranU(r.data, column, columns);
            TriangularSolver_DDRM.solveU(r.data, column, columns);
            for (int i = 0; i < columns; i++) {
                x.data[i * width + k] = column[i];
            }
        }
    }
}
