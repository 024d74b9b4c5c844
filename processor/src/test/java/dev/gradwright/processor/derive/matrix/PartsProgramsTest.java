package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;

import org.junit.jupiter.api.Test;

/** Parts of matrices taken out, put in and joined. */
class PartsProgramsTest {

    @Test
    void blocks() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj c = CommonOps_DDRM.extract(a, 1, 3, 0, 2); CommonOps_DDRM.insert(c, b, 0, 1); DMatrixRMaj d = new DMatrixRMaj(1, 1);
                CommonOps_DDRM.extract(b, 0, 2, 1, 4, d); CommonOps_DDRM.extract(a, 0, 2, 0, 1, d, 0, 2); DMatrixRMaj e = new DMatrixRMaj(2, 2);
                CommonOps_DDRM.extract(a, 1, 1, e); return sum(c) * sum(d) + sum(b) + sum(e);""").agreesAt(random(3, 3), random(3, 4));
    }

    @Test
    void blocksThatOverlapTheirOrigin() {
        f("DMatrixRMaj a", """
                CommonOps_DDRM.scale(2, a); CommonOps_DDRM.extract(a, 0, 3, 0, 3, a, 1, 1); CommonOps_DDRM.extract(a, 1, 4, 1, 4, a, 1, 0);
                CommonOps_DDRM.extract(a, 1, 4, 0, 3, a, 0, 1); return sum(a);""").agreesAt(random(4, 4));
    }

    @Test
    void constantsPutIntoActiveMatrices() {
        f("DMatrixRMaj a, @Constant DMatrixRMaj b", """
                DMatrixRMaj c = a.copy(); CommonOps_DDRM.insert(b, c, 1, 0); DMatrixRMaj d = CommonOps_DDRM.concatColumns(b, a, null); return sum(c) + sum(d);""").agreesAt(random(3, 2), random(2, 1));
    }

    @Test
    void rowsColumnsAndDiagonals() {
        for (int[] shape : new int[][] {{3, 4}, {1, 1}, {4, 1}, {1, 4}, {3, 3}}) {
            f("DMatrixRMaj a", """
                    DMatrixRMaj r = CommonOps_DDRM.extractRow(a, 0, null); DMatrixRMaj c = CommonOps_DDRM.extractColumn(a, a.numCols - 1, null);
                    DMatrixRMaj d = CommonOps_DDRM.extractDiag(a, null); DMatrixRMaj o = new DMatrixRMaj(2, 2); CommonOps_DDRM.extractRow(a, 0, o); double s = sum(o);
                    CommonOps_DDRM.extractColumn(a, 0, o); s += sum(o) * s; DMatrixRMaj t = new DMatrixRMaj(a.numCols, 1); CommonOps_DDRM.extractRow(a, 0, t);
                    return s + sum(r) * sum(c) * sum(d) + sum(t);""").agreesAt(random(shape[0], shape[1]));
        }
    }

    @Test
    void entriesByIndexAndPermutedRows() {
        f("DMatrixRMaj a, int[] rows, int[] columns", """
                DMatrixRMaj b = CommonOps_DDRM.extract(a, rows, 3, columns, 2, null); DMatrixRMaj c = CommonOps_DDRM.extract(a, columns, 2, null);
                DMatrixRMaj d = a.copy(); CommonOps_DDRM.insert(b, d, rows, 3, columns, 2); DMatrixRMaj e = CommonOps_DDRM.permuteRowInv(rows, a, null);
                DMatrixRMaj g = SpecializedOps_DDRM.copyChangeRow(rows, a, null); DMatrixRMaj v = new DMatrixRMaj(1, 5); SpecializedOps_DDRM.subvector(a, 0, 1, 2, true, 2, v);
                SpecializedOps_DDRM.subvector(a, 1, 2, 2, false, 0, v); return sum(b) * sum(c) + sum(d) * sum(e) + sum(g) + sum(v);""")
                .agreesAt(random(3, 4), new int[] {2, 0, 1}, new int[] {3, 1});
    }

    @Test
    void matricesJoined() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj c = CommonOps_DDRM.concatColumns(a, b, null); DMatrixRMaj d = new DMatrixRMaj(1, 1); CommonOps_DDRM.concatRows(a, b, d);
                return sum(c) * sum(d) + CommonOps_DDRM.elementSum(c);""")
                .agreesAt(random(3, 2), random(2, 4))
                .agreesAt(random(0, 2), random(2, 2));
    }

    @Test
    void triangles() {
        f("DMatrixRMaj a, double v", """
                DMatrixRMaj b = a.copy(), c = a.copy(), d = new DMatrixRMaj(a.numRows, a.numCols); CommonOps_DDRM.symmLowerToFull(b); CommonOps_DDRM.symmUpperToFull(c);
                SpecializedOps_DDRM.copyTriangle(b, d, true); SpecializedOps_DDRM.copyTriangle(a, d, false); double s = sum(d); SpecializedOps_DDRM.fillTriangle(d, true, 1, v);
                SpecializedOps_DDRM.fillTriangle(b, false, 0, v * v); return sum(b) * sum(c) * s + sum(d);""").agreesAt(random(3, 3), 0.7).agreesAt(random(1, 1), 0.7);
    }

    @Test
    void diagonalsWritten() {
        f("double[] v, DMatrixRMaj a, double t", """
                DMatrixRMaj d = CommonOps_DDRM.diag(v), e = CommonOps_DDRM.diag(t, v[0] * t, 2), g = CommonOps_DDRM.identity(3), h = CommonOps_DDRM.identity(2, 4);
                CommonOps_DDRM.addEquals(g, t, d); CommonOps_DDRM.addEquals(h, t, h); SpecializedOps_DDRM.addIdentity(a, d, t * t); CommonOps_DDRM.setIdentity(e); CommonOps_DDRM.add(e, t);
                return sum(d) * sum(e) + sum(g) * sum(h);""").agreesAt(new double[] {0.3, -0.2, 0.8}, random(3, 3), 0.4);
    }
}
