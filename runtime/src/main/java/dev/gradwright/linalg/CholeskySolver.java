package dev.gradwright.linalg;

import org.ejml.EjmlParameters;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SpecializedOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.ejml.dense.row.misc.UnrolledCholesky_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** EJML's ways to factorize a symmetric positive definite matrix, by its size: unrolled, row by row, or in blocks. */
final class CholeskySolver {

    private final DMatrixRMaj l = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj given = new DMatrixRMaj(1, 1);
    private LinearSolverDense<DMatrixRMaj> solver;
    private boolean isBlock;
    private double[] column = {};

    /** Factorizes; says whether the matrix is positive definite. */
    boolean factorize(DMatrixRMaj a) {
        if (isSmall(a)) {
            l.reshape(a.numRows, a.numCols);
            return UnrolledCholesky_DDRM.lower(a, l);
        }
        boolean wantsBlock = a.numRows >= EjmlParameters.SWITCH_BLOCK64_CHOLESKY;
        if (solver == null || isBlock != wantsBlock) {
            solver = LinearSolverFactory_DDRM.chol(a.numCols);
            isBlock = wantsBlock;
        }
        l.setTo(a);
        return solver.setA(l);
    }

    /** {@code A x = b}; the two may be one matrix. */
    void solve(DMatrixRMaj b, DMatrixRMaj x) {
        given.setTo(b);
        x.reshape(l.numRows, b.numCols);
        if (!isSmall(l)) {
            solver.solve(given, x);
        } else if (b.numCols == 1) {
            x.setTo(given);
            TriangularSolver_DDRM.solveL(l.data, x.data, l.numCols);
            TriangularSolver_DDRM.solveTranL(l.data, x.data, l.numCols);
        } else {
            if (column.length < l.numCols) {
                column = new double[l.numCols];
            }
            LinearSolverChol_DDRM.solveLower(l, given, x, column);
        }
    }

    void invert(DMatrixRMaj inverse) {
        inverse.reshape(l.numRows, l.numCols);
        if (isSmall(l)) {
            inverse.setTo(l);
            TriangularSolver_DDRM.invertLower(inverse.data, inverse.numCols);
            SpecializedOps_DDRM.multLowerTranA(inverse);
        } else {
            solver.invert(inverse);
        }
    }

    private static boolean isSmall(DMatrixRMaj a) {
        return a.numRows <= UnrolledCholesky_DDRM.MAX;
    }
}
