package dev.gradwright.linalg;

import dev.gradwright.kernel.MatrixProducts;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The products that the formulas here are made of, in one place. */
final class Products {

    private Products() {}

    /** {@code c = a b}. */
    static void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        MatrixProducts.mult(a, b, c);
    }

    /** {@code c = a' b}. */
    static void multiplyTransposedLeft(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        MatrixProducts.multTransA(a, b, c);
    }

    /** {@code c = a b'}. */
    static void multiplyTransposedRight(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        MatrixProducts.multTransB(a, b, c);
    }

    /** {@code c += factor a b}. */
    static void add(double factor, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        MatrixProducts.multAdd(factor, a, b, c);
    }

    /** {@code c += factor a' b}. */
    static void addTransposedLeft(double factor, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        MatrixProducts.multAddTransA(factor, a, b, c);
    }

    /** {@code c += factor a b'}. */
    static void addTransposedRight(double factor, DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
        MatrixProducts.multAddTransB(factor, a, b, c);
    }

    /** {@code c = a}; zeros in the shape of {@code like} if there is no a. */
    static void set(DMatrixRMaj a, DMatrixRMaj like, DMatrixRMaj c) {
        c.reshape(like.numRows, like.numCols);
        if (a == null) {
            c.zero();
        } else {
            c.setTo(a);
        }
    }

    /** {@code c += a}. */
    static void add(DMatrixRMaj a, DMatrixRMaj c) {
        CommonOps_DDRM.addEquals(c, a);
    }
}
