package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;

import org.junit.jupiter.api.Test;

/** Numbers made of all entries, norms, and the largest and smallest entries. */
class ReductionProgramsTest {

    private static final int[][] SHAPES = {{3, 4}, {1, 1}, {4, 1}, {1, 4}, {3, 3}};

    @Test
    void sumsAndNorms() {
        var probe = f("DMatrixRMaj a, DMatrixRMaj b", """
                return CommonOps_DDRM.elementSum(a) * CommonOps_DDRM.elementSumAbs(a) + CommonOps_DDRM.dot(CommonOps_DDRM.extractRow(a, 0, null), CommonOps_DDRM.extractRow(b, 0, null)) * SpecializedOps_DDRM.elementSumSq(b)
                    + NormOps_DDRM.normF(a) * NormOps_DDRM.fastNormF(b) + SpecializedOps_DDRM.diffNormF(a, b) * SpecializedOps_DDRM.diffNormF_fast(a, b)
                    + SpecializedOps_DDRM.diffNormP1(a, b) + CommonOps_DDRM.trace(a) * SpecializedOps_DDRM.diagProd(b);""");
        for (int[] shape : SHAPES) {
            probe.agreesAt(random(shape[0], shape[1]), random(shape[0], shape[1], 2));
        }
    }

    @Test
    void extremeEntries() {
        var probe = f("DMatrixRMaj a", """
                DMatrixRMaj r = new DMatrixRMaj(1, 1); CommonOps_DDRM.minRows(a, r); double s = sum(r); CommonOps_DDRM.maxCols(a, r); s *= sum(r);
                s += CommonOps_DDRM.elementMax(a) * CommonOps_DDRM.elementMin(a) + CommonOps_DDRM.elementMaxAbs(a) * CommonOps_DDRM.elementMinAbs(a);
                return s * SpecializedOps_DDRM.elementDiagonalMaxAbs(a) + sum(CommonOps_DDRM.maxRows(a, null)) + sum(CommonOps_DDRM.minCols(a, null));""");
        for (int[] shape : SHAPES) {
            probe.agreesAt(random(shape[0], shape[1]));
        }
    }

    @Test
    void normsByRowsAndColumns() {
        var probe = f("DMatrixRMaj a", """
                return NormOps_DDRM.normP1(a) * NormOps_DDRM.normPInf(a) + NormOps_DDRM.inducedP1(a) * NormOps_DDRM.inducedPInf(a);""");
        for (int[] shape : SHAPES) {
            probe.agreesAt(random(shape[0], shape[1]));
        }
    }

    @Test
    void normsOfZeroHaveDerivativeZero() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj z = new DMatrixRMaj(2, 2); CommonOps_DDRM.add(0, a, 0, b, z); NormOps_DDRM.normalizeF(z);
                return NormOps_DDRM.normF(z) * NormOps_DDRM.fastNormF(z) + CommonOps_DDRM.elementMaxAbs(z) + NormOps_DDRM.inducedP1(z) + sum(z) + sum(a);""").agreesAt(random(2, 2), random(2, 2, 2));
    }

    @Test
    void matricesBroughtToNormOne() {
        f("DMatrixRMaj a", "DMatrixRMaj b = a.copy(); NormOps_DDRM.normalizeF(b); return sum(b);")
                .agreesAt(random(3, 2))
                .agreesAt(random(1, 3));
    }

    @Test
    void entriesTakenAbsolute() {
        f(
                        "DMatrixRMaj a",
                        "DMatrixRMaj b = a.copy(), c = new DMatrixRMaj(1, 1); CommonOps_DDRM.abs(a, c); CommonOps_DDRM.abs(b); return sum(b) * sum(c);")
                .agreesAt(random(3, 2));
    }
}
