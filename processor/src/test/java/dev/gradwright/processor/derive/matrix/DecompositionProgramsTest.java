package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;
import static dev.gradwright.processor.derive.matrix.SolvingProgramsTest.positive;
import static dev.gradwright.processor.derive.matrix.SolvingProgramsTest.regular;

import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Decompositions as functions of matrices. */
class DecompositionProgramsTest {

    @Test
    void choleskyFactors() {
        Probe probe = f(
                "DMatrixRMaj a",
                "DMatrixRMaj l = Decompositions.cholesky(a, null); Decompositions.cholesky(a, a); return sum(l) * sum(a);");
        for (int n : new int[] {1, 2, 3, 5}) {
            probe.agreesAt(positive(n));
        }
    }

    @Test
    void logarithmsOfDeterminants() {
        Probe probe = f("DMatrixRMaj a", "double d = Decompositions.logDeterminant(a); return d * d + sum(a);");
        for (int n : new int[] {1, 2, 5}) {
            probe.agreesAt(regular(n));
        }
    }

    @Test
    void eigenvaluesAndVectors() {
        Probe probe = f("DMatrixRMaj a", """
                DMatrixRMaj w = new DMatrixRMaj(1, 1), v = new DMatrixRMaj(1, 1); Decompositions.symmetricEigen(a, w, v); return sum(w) * sum(v);""");
        for (int n : new int[] {1, 2, 3, 5}) {
            probe.agreesAt(random(n, n));
        }
    }

    @Test
    void eigenvaluesAlone() {
        f(
                        "DMatrixRMaj a",
                        "DMatrixRMaj w = new DMatrixRMaj(1, 1), v = new DMatrixRMaj(1, 1); Decompositions.symmetricEigen(a, w, v); return sum(w);")
                .agreesAt(random(4, 4));
    }

    @Test
    void singularValues() {
        Probe probe = f("DMatrixRMaj a", "DMatrixRMaj s = Decompositions.singularValues(a, null); return sum(s);");
        probe.agreesAt(random(4, 2))
                .agreesAt(random(2, 4))
                .agreesAt(random(3, 3))
                .agreesAt(random(3, 1))
                .agreesAt(random(1, 1));
    }

    @Test
    void theLogLikelihoodOfAGaussianProcess() {
        f("DMatrixRMaj x, DMatrixRMaj y, double length", """
                DMatrixRMaj k = new DMatrixRMaj(x.numRows, x.numRows);
                for (int i = 0; i < x.numRows; i++) for (int j = 0; j < x.numRows; j++) { double d = (x.get(i) - x.get(j)) / length; k.set(i, j, Math.exp(-d * d / 2) + (i == j ? 0.1 : 0)); }
                DMatrixRMaj l = Decompositions.cholesky(k, null), z = new DMatrixRMaj(1, 1); CommonOps_DDRM.solve(l, y, z); double s = SpecializedOps_DDRM.elementSumSq(z) / 2;
                for (int i = 0; i < l.numRows; i++) s += Math.log(l.get(i, i)); return s;""").agreesAt(random(6, 1), random(6, 1, 2), 0.8);
    }
}
