package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a loop that looks for the largest or smallest number the turn is kept that has found it, and nothing else. */
class RunningExtremumTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};
    private static final double[] Z = {-1.5, 0.2, -0.3, 0.7};

    private static Compiled compiled(String methods) {
        return Compiled.of("final class F { @Differentiable static " + methods + " }");
    }

    private static String inTwoSweeps(String loop) {
        // what is left of a loop that adds is not gone back through turn by turn
        return "double[] f(double[] x, double[] z) { double m = z[0]; " + loop
                + " return new double[] {m * m, m * z[1]}; }";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < x.length; i++) m = Math.max(m, x[i]);",
                "for (int i = 1; i <= 3; i++) m = Math.max(x[i], m);",
                "for (int i = 0; i < x.length; i++) m = Math.min(m, x[i]);",
                "for (int i = x.length - 1; i >= 0; i--) m = Math.min(x[i], m);",
                "for (double v : x) m = Math.max(m, v);",
                "for (double v : x) { double w = v; double u = w - 1; m = Math.max(m, u); }",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, x[i] + z[3 - i]);",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, -x[i]);",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, x[i] * z[i]);",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, Math.abs(x[i]));",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, Math.exp(x[i]) / 3);",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, i);",
                "for (int i = 4; i < x.length; i++) m = Math.max(m, x[i]);",
                "m = -1 / 0.0; for (int i = 0; i < x.length; i++) m = Math.max(m, x[i]);",
                "double[] y = {z[1], z[2], x[3]}; for (int i = 0; i < 3; i++) m = Math.max(m, y[i]); y[1] = 7; m += y[1] * y[2];",
                "double[][] y = {z, x}; for (int k = 0; k < 2; k++) { for (int i = 0; i < 4; i++) m = Math.max(m, y[k][i]); m = m * x[k]; }"
            })
    void theTurnThatHasFoundItIsKeptAlone(String loop) {
        Compiled compiled = compiled(inTwoSweeps(loop));
        assertThat(compiled.source("FGradient")).contains("mAt = ").doesNotContain("? 1.0 : 0.0");
        Probe.of(compiled, "F", "f").agreesAt(X, Z).agreesAt(Z, X);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = -1; i < 3; i++) m = Math.max(m, x[i + 1]);",
                "for (int i = 0; i < x.length; i += 2) m = Math.max(m, x[i]);",
                "for (int i = 0; i < x.length; i++) m = Math.max(m, m * x[i]);",
                "for (int i = 0; i < x.length; i++) { double k = m; m = Math.max(k, x[i]); }",
                "for (int i = 0; i < x.length; i++) { double k = m * x[i]; m = Math.max(m, k); }",
                "for (int i = 0; i < x.length; i++) { m = Math.max(m, x[i]); m = Math.max(m, z[i]); }",
                "for (int i = 0; i < x.length; i++) { double k = x[i]; k += z[i]; m = Math.max(m, k); }",
                "for (int i = 0; i < x.length; i++) if (z[i] > 0) m = Math.max(m, x[i]);",
                "double s = 0; for (int i = 0; i < x.length; i++) { s += x[i]; m = Math.max(m, x[i]); } m += s;",
                "double[] y = x.clone(); for (int i = 0; i < 4; i++) m = Math.max(m, y[i] * z[i]); for (int i = 0; i < 4; i++) y[i] = y[i] * m; m += y[1];",
                "double[][] y = {z, x}; for (int i = 0; i < 4; i++) m = Math.max(m, y[1][i]); y[1] = y[0]; m += y[1][0];",
                "int[] k = {3, 1, 0, 2}; for (int i = 0; i < 4; i++) m = Math.max(m, x[k[i]]); k[1] = 0; m += x[k[1]];"
            })
    void otherLoopsKeepWhatTheyNeedOfEachTurn(String loop) {
        Compiled compiled = compiled(inTwoSweeps(loop));
        assertThat(compiled.source("FGradient")).doesNotContain("mAt");
        Probe.of(compiled, "F", "f").agreesAt(X, Z).agreesAt(Z, X);
    }

    @Test
    void elementsThatAreWrittenOverAfterwardsHaveTheirAdjoints() {
        Compiled compiled = compiled("double[] f(double[] x) { double[] y = x.clone(); double m = y[0];"
                + " for (int i = 1; i < y.length; i++) m = Math.max(m, y[i]);"
                + " for (int i = 0; i < y.length; i++) y[i] = Math.exp(y[i] - m); return y; }");
        assertThat(compiled.source("FGradient")).contains("mAt = ");
        Probe.of(compiled, "F", "f").agreesAt((Object) X).agreesAt((Object) Z);
    }

    @Test
    void turnsThatGoBackAtOnceLookForTheirOwn() {
        Compiled compiled = compiled(
                "double f(double[][] x) { double s = 0; for (int k = 0; k < x.length; k++) { double m = x[k][0];"
                        + " for (int i = 1; i < x[k].length; i++) m = Math.max(m, x[k][i]); s += m * m; } return s; }");
        assertThat(compiled.source("FGradient")).contains("mAt = ");
        Probe.of(compiled, "F", "f").agreesAt((Object) new double[][] {X, Z, {1}, {2, 3}});
    }

    @Test
    void helpersDoSo() {
        Compiled compiled = compiled("double f(double[] x, double[] z) { return logSumExp(x) * logSumExp(z); }"
                + " private static double logSumExp(double[] a) { double m = a[0]; for (double v : a) m = Math.max(m, v);"
                + " double s = 0; for (double v : a) s += Math.exp(v - m); return Math.log(s) + m; }");
        assertThat(compiled.source("FGradient")).contains("mAt = ").doesNotContain("? 1.0 : 0.0");
        Probe.of(compiled, "F", "f").agreesAt(X, Z);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Math.max(m, v)", "Math.max(v, m)", "Math.min(m, v)", "Math.min(v, m)"})
    void tiesZerosAndWhatIsNoNumberGoWhereTheRulesSay(String choice) {
        double[][] points = {
            {1, 1, 1}, {0, 0.0, -0.0}, {-0.0, 0.0, 0.0}, {1, Double.NaN, 2}, {Double.NaN, 1, 2}, {1, 2, Double.NaN}
        };
        Compiled loop =
                compiled("double[] f(double[] x) { double m = x[0]; for (int i = 1; i < 3; i++) { double v = x[i]; m = "
                        + choice + "; } return new double[] {m}; }");
        Compiled written = compiled("double[] f(double[] x) { double m = x[0]; double v = x[1]; m = " + choice
                + "; v = x[2]; m = " + choice + "; return new double[] {m}; }");
        assertThat(loop.source("FGradient")).contains("mAt = ");
        for (double[] point : points) {
            assertThat(gradient(loop, point)).containsExactly(gradient(written, point));
        }
    }

    private static double[] gradient(Compiled compiled, double[] x) {
        Generated gradient = Generated.create(compiled, "FGradient");
        gradient.call("f", (Object) x);
        gradient.call("fBackward", (Object) new double[] {1});
        return ((double[]) gradient.call("fX")).clone();
    }

    @Test
    void anIndexMayBeALong() {
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) { double largest = x[0];"
                        + " for (long j = 1; j < x.length; j++) { largest = Math.max(largest, x[(int) j] * x[0]); } return largest * x[1]; } }");
        Probe.of(compiled, "F", "f").agreesAt((Object) new double[] {0.5, -1.2, 2.3, 0.9});
    }
}
