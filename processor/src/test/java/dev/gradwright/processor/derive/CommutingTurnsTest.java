package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop goes back upwards if its turns may go back in any order, and from its end if not. */
class CommutingTurnsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};
    private static final double[] Z = {1.5, 0.2, -0.3, 0.7};

    private static Compiled compiled(String methods) {
        return Compiled.of("final class F { @Differentiable static " + methods + " }");
    }

    private static String reverse(Compiled compiled) {
        String source = compiled.source("FGradient");
        int start = source.indexOf("void fReverse(");
        return source.substring(start, source.indexOf("\n    }", start)).replaceAll("(?m)^ *//.*$", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < x.length; i++) y[i] = x[i] * z[i];",
                "for (int i = 1; i <= 2; i++) y[i] = x[i - 1] * x[i + 1];",
                "for (int i = 0; i < x.length; i++) { double d = x[i] - z[0]; y[i] = d * d; y[i] += 3 * y[i]; }",
                "double t = 0; for (int i = 0; i < x.length; i++) t += x[i] * z[3 - i]; y[0] = t * t;",
                "double[][] w = {new double[4], y}; for (int i = 0; i < 4; i++) { w[1][i] = x[i] * x[i] * z[1]; }",
                "for (int i = 3; i < 3; i++) y[i] = x[i] * z[i];",
                "for (int i = 3; i < 2; i++) y[i] = x[i] * z[i];"
            })
    void turnsThatHaveTheirElementsForThemselvesGoBackUpwards(String loop) {
        Compiled compiled = compiled("double f(double[] x, double[] z) { double[] y = new double[4]; " + loop
                + " return 2 * y[0] + 3 * y[1] - y[2] * y[3]; }");
        assertThat(reverse(compiled)).contains("i++").doesNotContain("i--");
        Probe.of(compiled, "F", "f").agreesAt(X, Z).agreesAt(X, X);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 1; i < x.length; i++) y[i] = 2 * y[i - 1] + x[i];",
                "for (int i = 0; i < 3; i++) { y[i] = x[i] + 3 * y[i + 1]; }",
                "for (int i = 0; i < x.length; i++) y[0] = y[0] * z[1] + x[i] * z[i]; y[0] = 1;",
                "for (int i = 0; i < x.length; i++) y[i / 2] = x[i] * z[i];",
                "for (int i = 0; i < x.length; i++) y[0] = x[i] * z[i];",
                "double[] v = y; for (int i = 1; i < x.length; i++) y[i] = 2 * v[i - 1] + x[i];",
                "double[][] w = {y, y}; for (int i = 1; i < 4; i++) w[0][i] = 2 * w[1][i - 1] + x[i];",
                "double[][] w = {y, y, y, y}; for (int i = 0; i < 4; i++) w[i][0] = 2 * w[3 - i][0] - x[i];",
                "for (int i = 0; i < x.length; i++) { double[] v = y; v[i / 2] = x[i] * z[i]; }",
                "double t = 1; for (int i = 0; i < x.length; i++) { t = 3 * t - x[i]; } y[0] = t; y[1] = t;",
                "double t = 1; for (int i = 0; i < x.length; i++) { t += x[i]; y[i] = t - z[i]; }",
                "double t = 1; for (int i = 0; i < x.length; i++) { t = x[i] - t; } y[2] = t;",
                "for (int i = 0; i < x.length; i++) { y[i] = x[i]; if (x[i] > 0) { y[0] = y[i] * 2; } }"
            })
    void turnsThatMeetGoBackFromTheEnd(String loop) {
        Compiled compiled = compiled("double f(double[] x, double[] z) { double[] y = {1.5, 2.5, 3.5, 4.5}; " + loop
                + " return 2 * y[0] + 3 * y[1] - y[2] * y[3]; }");
        assertThat(reverse(compiled)).contains("i--").doesNotContain("i++");
        Probe.of(compiled, "F", "f").agreesAt(X, Z).agreesAt(X, X);
    }

    @Test
    void rowsThatAreOneArrayAreNoPlacesOfTheirOwn() {
        Compiled compiled = compiled("double f(double[] x) { double[] r = new double[1]; double[][] y = {r, r, r, r};"
                + " for (int i = 0; i < 4; i++) y[i][0] = x[i] * x[i]; return y[0][0] + 3 * y[2][0]; }");
        assertThat(reverse(compiled)).contains("i--").doesNotContain("i++");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void entriesOfAMatrixAreTheirOwnByRowOrColumn() {
        Compiled compiled =
                compiled("DMatrixRMaj f(DMatrixRMaj x) { DMatrixRMaj y = new DMatrixRMaj(x.numRows, x.numCols);"
                        + " for (int i = 0; i < x.numRows; i++) { for (int j = 0; j < x.numCols; j++) y.set(i, j, x.get(i, j) * x.get(i, 0)); }"
                        + " return y; }");
        assertThat(reverse(compiled)).contains("j++").contains("i--");
        Probe.of(compiled, "F", "f").agreesAt(new DMatrixRMaj(2, 3, true, 1, 2, 3, -1, 0.5, 4));
    }

    @Test
    void entriesThatOneMatrixHasByTwoIndicesAreNot() {
        Compiled compiled =
                compiled("DMatrixRMaj f(DMatrixRMaj x) { DMatrixRMaj y = new DMatrixRMaj(3, 3); y.set(0, 0, 1);"
                        + " for (int j = 1; j < 3; j++) y.data[j] = 2 * y.get(0, j - 1) + x.get(j, 0);"
                        + " return y; }");
        assertThat(reverse(compiled)).contains("j--").doesNotContain("j++");
        Probe.of(compiled, "F", "f").agreesAt(new DMatrixRMaj(3, 1, true, 1, 2, 3));
    }
}
