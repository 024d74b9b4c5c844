package dev.gradwright.benchmarks.network;

import dev.gradwright.kernel.MatrixProducts;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The products that gradients by hand are made of: those that generated code uses, or EJML's. */
public enum Products {
    /** The runtime's kernel. */
    KERNEL {
        @Override
        void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
            MatrixProducts.mult(a, b, c);
        }

        @Override
        void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
            MatrixProducts.multTransA(a, b, c);
        }

        @Override
        void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
            MatrixProducts.multTransB(a, b, c);
        }
    },
    /** EJML. */
    EJML {
        @Override
        void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
            CommonOps_DDRM.mult(a, b, c);
        }

        @Override
        void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
            CommonOps_DDRM.multTransA(a, b, c);
        }

        @Override
        void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
            CommonOps_DDRM.multTransB(a, b, c);
        }
    };

    /** {@code c = a b}. */
    abstract void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /** {@code c = a' b}. */
    abstract void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

    /** {@code c = a b'}. */
    abstract void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);
}
