package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;

import org.junit.jupiter.api.Test;

/** Products of a matrix with itself, on several cores, Kronecker products, reflections, scaled rows and columns. */
class ProductProgramsTest {

    @Test
    void productsWithItself() {
        var probe = f("DMatrixRMaj a", """
                DMatrixRMaj c = CommonOps_DDRM.multInner(a, null), d = new DMatrixRMaj(1, 1); CommonOps_DDRM.multOuter(a, d); CommonOps_DDRM.transpose(a);
                return sum(c) * sum(d) + sum(a);""");
        for (int[] shape : new int[][] {{3, 2}, {1, 1}, {4, 1}, {1, 4}, {2, 2}}) {
            probe.agreesAt(random(shape[0], shape[1]));
        }
    }

    @Test
    void productsOnSeveralCores() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj c = CommonOps_MT_DDRM.mult(a, b, null); CommonOps_MT_DDRM.multAddTransAB(2.0, b, a, c); DMatrixRMaj d = CommonOps_MT_DDRM.multInner(c, null);
                CommonOps_MT_DDRM.transpose(d); CommonOps_MT_DDRM.multAddTransA(a, b, d); return sum(c) * sum(d);""").agreesAt(random(3, 3), random(3, 3, 2));
    }

    @Test
    void kroneckerProducts() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj c = CommonOps_DDRM.kron(a, b, null), d = new DMatrixRMaj(2, 2); CommonOps_DDRM.kron(b, a, d); CommonOps_DDRM.kron(a, a, d); return sum(c) * sum(d);""")
                .agreesAt(random(3, 2), random(2, 4))
                .agreesAt(random(1, 1), random(1, 3))
                .agreesAt(random(0, 2), random(2, 2));
    }

    @Test
    void reflections() {
        f(
                        "DMatrixRMaj u, double g",
                        "return sum(SpecializedOps_DDRM.createReflector(u)) * sum(SpecializedOps_DDRM.createReflector(u, g));")
                .agreesAt(random(4, 1), 0.3);
    }

    @Test
    void rowsAndColumnsScaled() {
        f("DMatrixRMaj a, double[] r, double[] c, double t", """
                CommonOps_DDRM.multRows(r, a); CommonOps_DDRM.divideCols(a, c); double s = sum(a); CommonOps_DDRM.multCols(a, c); CommonOps_DDRM.divideRows(r, a); s *= sum(a);
                CommonOps_DDRM.divideRowsCols(r, 1, a, c, 0); CommonOps_DDRM.scaleRow(t, a, 1); CommonOps_DDRM.scaleCol(a.get(0, 0), a, 0); return s + sum(a);""")
                .agreesAt(random(2, 3), new double[] {1.3, -0.7, 0.9}, new double[] {1.1, 0.6, -1.4}, 1.7);
    }
}
