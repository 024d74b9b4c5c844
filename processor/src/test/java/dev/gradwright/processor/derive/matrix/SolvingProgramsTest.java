package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;

import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Linear systems, inverses and determinants. */
class SolvingProgramsTest {

    @Test
    void squareSystems() {
        Probe probe = f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj x = new DMatrixRMaj(1, 1); if (!CommonOps_DDRM.solve(a, b, x)) throw new IllegalArgumentException("singular"); return sum(x);""");
        for (int n : new int[] {1, 2, 3, 9}) {
            probe.agreesAt(regular(n), random(n, 1)).agreesAt(regular(n), random(n, 3));
        }
    }

    @Test
    void solutionsWrittenOverTheirInputs() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj c = a.copy(), d = b.copy(); CommonOps_DDRM.solve(c, d, d); double s = sum(d); CommonOps_DDRM.solve(c, d, c); CommonOps_DDRM.solve(a, a, c);
                return s * sum(c) + sum(d);""").agreesAt(regular(3), random(3, 3));
    }

    @Test
    void leastSquares() {
        Probe probe = f(
                "DMatrixRMaj a, DMatrixRMaj b",
                "DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.solve(a, b, x); return sum(x);");
        probe.agreesAt(random(4, 2), random(4, 1))
                .agreesAt(random(5, 3), random(5, 2))
                .agreesAt(random(3, 1), random(3, 1));
        probe.agreesAt(regular(3), random(3, 2));
    }

    @Test
    void positiveDefiniteSystems() {
        Probe probe = f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj c = new DMatrixRMaj(1, 1), x = new DMatrixRMaj(1, 1); CommonOps_DDRM.solveSPD(a, b, x); CommonOps_DDRM.invertSPD(a, c); return sum(x) * sum(c);""");
        for (int n : new int[] {1, 2, 3, 9}) {
            probe.agreesAt(positive(n), random(n, 1)).agreesAt(positive(n), random(n, 2));
        }
    }

    @Test
    void inverses() {
        Probe probe = f("DMatrixRMaj a", """
                DMatrixRMaj c = new DMatrixRMaj(1, 1), d = a.copy(); CommonOps_DDRM.invert(a, c); CommonOps_DDRM.invert(d); double s = sum(d);
                CommonOps_DDRM.mult(c, d, a); CommonOps_DDRM.invert(a, a); return s * sum(a);""");
        for (int n : new int[] {1, 2, 3, 7}) {
            probe.agreesAt(regular(n));
        }
    }

    @Test
    void pseudoInverses() {
        Probe probe =
                f("DMatrixRMaj a", "DMatrixRMaj p = new DMatrixRMaj(1, 1); CommonOps_DDRM.pinv(a, p); return sum(p);");
        probe.agreesAt(random(4, 2))
                .agreesAt(random(2, 4))
                .agreesAt(regular(3))
                .agreesAt(random(3, 1))
                .agreesAt(random(1, 1));
    }

    @Test
    void determinants() {
        Probe probe = f(
                "DMatrixRMaj a",
                "double d = CommonOps_DDRM.det(a); return d * d + Math.log(Math.abs(CommonOps_DDRM.det(a)));");
        for (int n : new int[] {1, 2, 3, 4, 8}) {
            probe.agreesAt(regular(n));
        }
    }

    @Test
    void determinantsOfSmallSingularMatrices() {
        f("DMatrixRMaj a", "return CommonOps_DDRM.det(a) + CommonOps_DDRM.elementSum(a);")
                .agreesAt(new DMatrixRMaj(new double[][] {{1, 2}, {2, 4}}))
                .agreesAt(new DMatrixRMaj(new double[][] {{1, 2, 3}, {2, 4, 6}, {1, 0, 1}}))
                .agreesAt(new DMatrixRMaj(3, 3));
    }

    @Test
    void spectralNorms() {
        Probe probe = f(
                "DMatrixRMaj a",
                "return NormOps_DDRM.normP2(a) * NormOps_DDRM.fastNormP2(a) + NormOps_DDRM.inducedP2(a);");
        probe.agreesAt(random(3, 3))
                .agreesAt(random(4, 2))
                .agreesAt(random(2, 4))
                .agreesAt(random(3, 1))
                .agreesAt(random(1, 1));
    }

    @Test
    void factorizationsInLoopsAreKeptOneByOne() {
        f("DMatrixRMaj a, DMatrixRMaj b, int n", """
                DMatrixRMaj x = b.copy(), c = a.copy(); double s = 0;
                for (int i = 0; i < n; i++) { CommonOps_DDRM.solve(c, x, x); CommonOps_DDRM.scale(1 + 0.1 * x.get(0, 0), c); s += CommonOps_DDRM.det(c) * sum(x); }
                return s;""")
                .agreesAt(regular(3), random(3, 2), 3)
                .agreesAt(regular(3), random(3, 2), 0);
    }

    @Test
    void programsThatTakeAnotherWayAtSingularMatrices() {
        f("DMatrixRMaj a, DMatrixRMaj b", """
                DMatrixRMaj x = new DMatrixRMaj(1, 1); if (!CommonOps_DDRM.solveSPD(a, b, x)) return sum(b); return sum(x);""")
                .agreesAt(new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}), random(2, 1))
                .agreesAt(positive(2), random(2, 1));
    }

    static DMatrixRMaj regular(int n) {
        DMatrixRMaj a = random(n, n);
        for (int i = 0; i < n; i++) {
            a.add(i, n - 1 - i, i % 2 == 0 ? 2.2 : -2.6);
        }
        return a;
    }

    static DMatrixRMaj positive(int n) {
        DMatrixRMaj a = CommonOps_DDRM.multInner(random(n, n), null);
        for (int i = 0; i < n; i++) {
            a.add(i, i, 1);
        }
        return a;
    }
}
