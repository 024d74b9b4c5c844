package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.f;
import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;

import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast functions of the runtime, of numbers, arrays and matrices. */
class FastMathProgramsTest {

    private static final int[][] SHAPES = {{3, 4}, {1, 1}, {0, 3}, {6, 5}};

    @Test
    void functionsOfNumbers() {
        Probe probe = f("double x, double y", """
                double a = FastMath.tanh(x * y) + FastMath.sigmoid(x - y) * FastMath.softplus(y);
                return a * FastMath.exp(x * y) + FastMath.log1p(x * x) * a;""");
        probe.agreesAt(0.7, -0.3).agreesAt(-1.2, 0.9).agreesAt(0.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "log1p", "tanh", "sigmoid", "softplus"})
    void functionsOfMatrices(String function) {
        Probe probe = f("DMatrixRMaj a", """
                DMatrixRMaj b = a.copy(); CommonOps_DDRM.scale(0.9, b); DMatrixRMaj c = FastMath.NAME(b, null), d = new DMatrixRMaj(1, 1);
                CommonOps_DDRM.scale(0.3, c); FastMath.NAME(c, d); FastMath.NAME(b, b); return sum(c) * sum(d) + sum(b) * sum(a);""".replace("NAME", function));
        for (int[] shape : SHAPES) {
            probe.agreesAt(random(shape[0], shape[1]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "log1p", "tanh", "sigmoid", "softplus"})
    void functionsOfArrays(String function) {
        f("double[] x", """
                double[] a = x.clone(), b = new double[x.length]; for (int i = 0; i < a.length; i++) a[i] *= 0.8;
                b[0] = 3 * x[1]; double s = b[0]; FastMath.NAME(a, b); FastMath.NAME(a, a);
                for (int i = 0; i < a.length; i++) s += (1 + i) * a[i] * b[i] * x[i]; return s;""".replace("NAME", function)).agreesAt((Object) new double[] {0.3, -0.9, 0.8, -0.1, 0.6});
    }
}
