package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Programs on EJML matrices. */
class MatrixProgramsTest {

    private static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}, {0.7, 0.8}});
    private static final DMatrixRMaj B = new DMatrixRMaj(new double[][] {{0.2, -1.3, 0.5}, {1.4, 0.9, -0.2}});
    private static final DMatrixRMaj SQUARE = new DMatrixRMaj(new double[][] {{0.2, -1.3}, {1.4, 0.9}});

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    @Test
    void entriesReadAndWritten() {
        f("""
                @Differentiable static double f(DMatrixRMaj a) {
                    DMatrixRMaj b = new DMatrixRMaj(a.numRows, a.getNumCols()); DMatrixRMaj c = a.copy();
                    for (int i = 0; i < a.getNumRows(); i++) for (int j = 0; j < a.numCols; j++) {
                        b.set(i, j, a.get(i, j) * i); b.unsafe_set(i, 0, b.unsafe_get(i, 0) + a.get(j)); c.add(i, j, b.get(i, j)); c.set(j, c.get(j) * 2);
                        c.data[0] += b.data[1]; c.times(1, a.get(0)); c.plus(2, b.get(3));
                    }
                    double s = 0; for (int i = 0; i < c.getNumElements(); i++) s += c.get(i) * b.getData()[i]; return s;
                }""").agreesAt(A);
    }

    @Test
    void uncheckedColumnsOutsideAreEntriesOfOtherRows() {
        f("""
                @Differentiable static double f(DMatrixRMaj a) {
                    DMatrixRMaj b = new DMatrixRMaj(2, 2); double s = 0;
                    for (int i = 0; i < 2; i++) { double t = Math.tanh(a.get(i)); b.unsafe_set(i, 2 - 2 * i, t); s += t * t * (i + 1); }
                    return s + b.unsafe_get(0, 2);
                }""").agreesAt(A);
    }

    @Test
    void productsIntoOutputsAndNewMatrices() {
        f("""
                @Differentiable static DMatrixRMaj f(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = CommonOps_DDRM.mult(a, b, null); DMatrixRMaj d = new DMatrixRMaj(1, 1);
                    CommonOps_DDRM.multTransA(a, c, d); CommonOps_DDRM.multAdd(0.5, b, c, d); DMatrixRMaj e = CommonOps_DDRM.multTransB(d, b, null);
                    CommonOps_DDRM.mult(2.0, d, a, e); CommonOps_DDRM.addEquals(e, 3, e); CommonOps_DDRM.transpose(e, d); return d;
                }""").agreesAt(A, B);
    }

    @Test
    void elementwiseOperations() {
        f("""
                @Differentiable static double f(DMatrixRMaj a, double c) {
                    DMatrixRMaj b = a.copy(); CommonOps_DDRM.scale(c, b); CommonOps_DDRM.elementMult(b, a); DMatrixRMaj e = new DMatrixRMaj(1, 1);
                    CommonOps_DDRM.elementExp(b, e); CommonOps_DDRM.add(e, 1.0, e); CommonOps_DDRM.elementLog(e, e); CommonOps_DDRM.elementDiv(b, e, b);
                    CommonOps_DDRM.subtract(b, a, e); CommonOps_DDRM.subtractEquals(e, b); CommonOps_DDRM.elementPower(e, 2, e); CommonOps_DDRM.add(a, c, e, e);
                    CommonOps_DDRM.changeSign(e); DMatrixRMaj r = CommonOps_DDRM.sumRows(e, null); DMatrixRMaj k = CommonOps_DDRM.sumCols(e, null);
                    e.zero(); CommonOps_DDRM.fill(b, c * c); e.setTo(b); CommonOps_DDRM.divide(e, c);
                    return CommonOps_DDRM.elementSum(r) * CommonOps_DDRM.elementSum(k) + CommonOps_DDRM.dot(k, k) + e.get(0, 0);
                }""").agreesAt(A, 1.3);
    }

    @Test
    void operandsThatAreTheSameMatrix() {
        f("""
                @Differentiable static double f(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = new DMatrixRMaj(2, 2); CommonOps_DDRM.mult(a, a, c); CommonOps_DDRM.elementMult(c, c, c); CommonOps_DDRM.add(c, c, c);
                    CommonOps_DDRM.addEquals(c, c); CommonOps_DDRM.subtract(c, b, c); CommonOps_DDRM.multAddTransA(a, b, c); DMatrixRMaj e = new DMatrixRMaj(1, 1); CommonOps_DDRM.elementMult(c, c, e); return CommonOps_DDRM.elementSum(e) + CommonOps_DDRM.elementSum(b);
                }""")
                .agreesAt(SQUARE, new DMatrixRMaj(new double[][] {{0.1, 0.2}, {0.3, -0.4}}))
                .agreesAt(SQUARE, SQUARE);
    }

    @Test
    void outputsOverwrittenAndReshapedInLoops() {
        f("""
                @Differentiable static double f(DMatrixRMaj a, DMatrixRMaj b, int n) {
                    DMatrixRMaj y = new DMatrixRMaj(1, 1); double s = 0;
                    for (int i = 0; i < n; i++) {
                        if (i % 2 == 0) { CommonOps_DDRM.mult(a, b, y); } else { CommonOps_DDRM.mult(b, a, y); }
                        CommonOps_DDRM.scale(1.0 / (i + 1), y); CommonOps_DDRM.elementExp(y, y); s += y.get(0, 1) * s + y.get(1, 0);
                        if (s > 50) break;
                    }
                    return s + y.get(0, 0);
                }""").agreesAt(A, B, 3).agreesAt(A, B, 0).agreesAt(A, B, 6);
    }

    @Test
    void powersByRepeatedMultiplication() {
        f("""
                @Differentiable static DMatrixRMaj f(DMatrixRMaj a, int n) {
                    DMatrixRMaj p = a.copy(), q = new DMatrixRMaj(1, 1);
                    for (int i = 1; i < n; i++) { CommonOps_DDRM.mult(p, a, q); DMatrixRMaj t = p; p = q; q = t; }
                    return p;
                }""").agreesAt(SQUARE, 4).agreesAt(SQUARE, 1);
    }

    @Test
    void entriesReadBeforeTheMatrixGrows() {
        f("""
                @Differentiable static double f(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = new DMatrixRMaj(1, 1); CommonOps_DDRM.mult(b, a, c); double s = c.data[1] * c.data[2];
                    CommonOps_DDRM.mult(a, b, c); s *= c.data[8]; CommonOps_DDRM.mult(b, a, c); return s + c.data[3];
                }""").agreesAt(A, B);
    }

    @Test
    void degenerateShapes() {
        Probe probe = f("""
                @Differentiable static double f(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = CommonOps_DDRM.mult(a, b, null); DMatrixRMaj r = CommonOps_DDRM.sumCols(c, null); return CommonOps_DDRM.elementSum(r) + CommonOps_DDRM.elementSum(c);
                }""");
        probe.agreesAt(new DMatrixRMaj(1, 1, true, 2.0), new DMatrixRMaj(1, 1, true, 3.0));
        probe.agreesAt(new DMatrixRMaj(1, 3, true, 1, 2, 3), new DMatrixRMaj(3, 1, true, 4, 5, 6));
        probe.agreesAt(new DMatrixRMaj(3, 1, true, 1, 2, 3), new DMatrixRMaj(1, 3, true, 4, 5, 6));
    }
}
