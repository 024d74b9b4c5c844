package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQREigenHelper_DDRM;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQrAlgorithm_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.TridiagonalSimilarDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of symmetric matrices of one size by EJML's implicit QR steps, in the order of EJML's own decomposition; that
 * one makes an object of each value whenever it is asked for it.
 */
final class SymmetricQr {

    /** EJML's word for steps from the start. */
    private static final int ALL = -1;

    private final int n;
    private final TridiagonalSimilarDecomposition_F64<DMatrixRMaj> tridiagonal;
    private final SymmetricQREigenHelper_DDRM steps = new SymmetricQREigenHelper_DDRM();
    private final SymmetricQrAlgorithm_DDRM algorithm = new SymmetricQrAlgorithm_DDRM(steps);
    private final double[] diagonal;
    private final double[] beside;
    private final DMatrixRMaj vectors = new DMatrixRMaj(1, 1);
    private double[] values;

    SymmetricQr(int n) {
        this.n = n;
        tridiagonal = DecompositionFactory_DDRM.tridiagonal(n);
        diagonal = new double[n];
        beside = new double[Math.max(0, n - 1)];
        values = new double[n];
    }

    /** Decomposes a matrix, which may be overwritten; says whether that has converged. */
    boolean decompose(DMatrixRMaj a) {
        if (!tridiagonal.decompose(a)) {
            return false;
        }
        start();
        algorithm.setQ(null);
        algorithm.setFastEigenvalues(true);
        if (!algorithm.process(ALL, null, null)) {
            return false;
        }
        values = steps.copyEigenvalues(values);
        start();
        vectors.reshape(n, n);
        tridiagonal.getQ(vectors, true);
        algorithm.setQ(vectors);
        if (!algorithm.process(ALL, null, null, values)) {
            return false;
        }
        values = steps.copyEigenvalues(values);
        return true;
    }

    /** Hands over the tridiagonal matrix, which the steps overwrite. */
    private void start() {
        tridiagonal.getDiagonal(diagonal, beside);
        steps.init(diagonal, beside, n);
    }

    double value(int i) {
        return values[i];
    }

    /** A component of a vector of length one. */
    double component(int vector, int i) {
        return vectors.data[vector * n + i];
    }
}
