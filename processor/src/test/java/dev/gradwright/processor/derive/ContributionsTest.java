package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one line adds to one adjoint is added in one statement. */
class ContributionsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static Compiled compiled(String method) {
        return Compiled.of("final class F { @Differentiable static " + method + " }");
    }

    private static String reverse(Compiled compiled) {
        String source = compiled.source("FGradient");
        int start = source.indexOf("void fReverse(");
        return source.substring(start, source.indexOf("\n    }", start));
    }

    @Test
    void aSquareGivesItsFactorOnce() {
        Compiled compiled = compiled(
                "double f(double[] x) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * x[i]; return s; }");
        assertThat(reverse(compiled)).contains("xBar[i] += 2.0 * sBar * x[i];").containsOnlyOnce("xBar[i] +=");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void likeTermsAreCounted() {
        Compiled compiled = compiled("double f(double x) { return -3 * x * x; }");
        assertThat(reverse(compiled)).contains("-(6.0 * resultBar * x)");
        Probe.of(compiled, "F", "f").agreesAt(0.7);
    }

    @Test
    void otherTermsAreAdded() {
        Compiled compiled = compiled(
                "double f(double[] x, double c) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * (x[i] + c) - x[i]; return s; }");
        assertThat(reverse(compiled)).containsOnlyOnce("xBar[i] ");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7);
    }

    @Test
    void anAdjointThatIsClearedAndAddedToIsSet() {
        Compiled compiled = compiled(
                "double f(double[] x, double c) { double[] y = x.clone(); for (int t = 0; t < 3; t++) { for (int i = 0; i < y.length; i++) {"
                        + " y[i] = y[i] * c; } } double s = 0; for (double v : y) s += v; return s; }");
        assertThat(reverse(compiled)).contains("yBar[i] = g * c;").doesNotContain("yBar[i] = 0.0;");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7);
    }

    @Test
    void anAdjointIsClearedAtEachAssignment() {
        Compiled compiled =
                compiled("double f(double d, double c) { d /= 3.5; double s = d * c; d = 1; return s + 0.2 * d; }");
        Probe.of(compiled, "F", "f").agreesAt(0.4, 0.7);
    }

    @Test
    void anAdjointThatIsPassedOnStays() {
        Compiled compiled = compiled(
                "double f(double x, double c) { double v = x; for (int t = 0; t < 3; t++) v = 1 + v; for (int t = 0; t < 3; t++) v = v + c * v; return v; }");
        assertThat(reverse(compiled)).doesNotContain("vBar = 0.0;");
        Probe.of(compiled, "F", "f").agreesAt(0.4, 0.7);
    }

    /** Elements whose indices may be the same, or which are one array by two names, keep the order in which they are read and cleared. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x[0] = x[i] * x[0] + x[0] * x[i];",
                "x[i] = x[0] * x[1] * x[i] - x[i] * x[0];",
                "double[] y = x; y[i] = x[i] * y[0] + x[0] * y[i];",
                "double[] y = x; y[0] = x[i] * c; x[i] += y[0] * x[i] * c + y[i];",
                "double[][] z = {x, x}; z[0][i] = z[1][0] * z[0][i] + z[1][i] * z[0][i];"
            })
    void aliasesAreHeeded(String line) {
        Compiled compiled = compiled(
                "double f(double[] a, double c) { double[] x = a.clone(); for (int i = 0; i < x.length; i++) { " + line
                        + " } double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * (i + 1); return s; }");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7);
    }

    @Test
    void linesThatFollowEachOtherAddToAnElementOnce() {
        Compiled compiled = compiled(
                "double f(double[] x) { double s = 0; for (int i = 0; i + 1 < x.length; i++) { double a = x[i + 1] - x[i] * x[i];"
                        + " double b = 1 - x[i]; s += 100 * a * a + b * b; } return s; }");
        assertThat(reverse(compiled))
                .contains("xBar[i] -= bBar + 2.0 * aBar * x[i];")
                .containsOnlyOnce("xBar[i] ");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void linesThatReadWhatTheyAddToStayApart() {
        Compiled compiled = compiled(
                "double f(double[] x, double c) { double[] y = x.clone(); double s = 0; for (int i = 1; i < y.length; i++) {"
                        + " y[i] += y[i - 1] * c; y[i - 1] += y[i] * y[i]; double v = y[i - 1] * y[i]; y[i] = y[i] * v + y[0]; s += v * y[i] * y[i - 1]; } return s + y[0] * y[2]; }");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7);
    }
}
