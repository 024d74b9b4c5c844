package dev.gradwright.kernel;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** EJML's own products: for machines without an instruction for fused multiply-adds, and to compare with. */
final class EjmlKernel implements MatrixKernel {

    @Override
    public String name() {
        return "EJML";
    }

    @Override
    public void multiply(
            boolean transposesA,
            boolean transposesB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            double[] b,
            boolean accumulates,
            double[] c) {
        DMatrixRMaj left = DMatrixRMaj.wrap(transposesA ? k : m, transposesA ? m : k, a);
        DMatrixRMaj right = DMatrixRMaj.wrap(transposesB ? n : k, transposesB ? k : n, b);
        DMatrixRMaj result = DMatrixRMaj.wrap(m, n, c);
        if (accumulates) {
            if (transposesA && transposesB) {
                CommonOps_DDRM.multAddTransAB(alpha, left, right, result);
            } else if (transposesA) {
                CommonOps_DDRM.multAddTransA(alpha, left, right, result);
            } else if (transposesB) {
                CommonOps_DDRM.multAddTransB(alpha, left, right, result);
            } else {
                CommonOps_DDRM.multAdd(alpha, left, right, result);
            }
        } else if (transposesA && transposesB) {
            CommonOps_DDRM.multTransAB(alpha, left, right, result);
        } else if (transposesA) {
            CommonOps_DDRM.multTransA(alpha, left, right, result);
        } else if (transposesB) {
            CommonOps_DDRM.multTransB(alpha, left, right, result);
        } else {
            CommonOps_DDRM.mult(alpha, left, right, result);
        }
    }
}
