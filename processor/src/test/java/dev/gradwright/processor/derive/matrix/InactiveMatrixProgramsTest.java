package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;

import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Questions about matrices, and matrices of random numbers. */
class InactiveMatrixProgramsTest {

    @Test
    void testsDecideWhatIsComputed() {
        f("DMatrixRMaj a", """
                if (MatrixFeatures_DDRM.isPositiveDefinite(a)) return sum(a); DMatrixRMaj c = CommonOps_DDRM.multInner(a, null);
                return MatrixFeatures_DDRM.isSymmetric(c, 1e-9) && !MatrixFeatures_DDRM.hasNaN(a) ? sum(c) * MatrixFeatures_DDRM.rank(c) : 0;""").agreesAt(random(3, 3)).agreesAt(new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}}));
    }

    @Test
    void randomMatricesAreRecordedOnce() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(DMatrixRMaj a, long seed) {
                        Random random = new Random(seed); DMatrixRMaj noise = RandomMatrices_DDRM.rectangle(a.numRows, a.numCols, -1, 1, random);
                        DMatrixRMaj mask = new DMatrixRMaj(a.numRows, a.numCols); RandomMatrices_DDRM.fillUniform(mask, 0, 1, random);
                        DMatrixRMaj c = new DMatrixRMaj(1, 1); CommonOps_DDRM.elementMult(a, noise, c); CommonOps_DDRM.elementMult(c, mask);
                        return CommonOps_DDRM.elementSum(c) * CommonOps_DDRM.elementSum(a);
                    }
                }""").agreesAt(random(2, 3), 5L);
    }
}
