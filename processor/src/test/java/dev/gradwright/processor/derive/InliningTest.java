package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small helpers stand where they are called. */
class InliningTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static Compiled compiled(String members) {
        return Compiled.of("final class F { " + members + " }");
    }

    @Test
    void aFormulaIsNoMethodOfItsOwn() {
        Compiled compiled =
                compiled("@Differentiable static double f(double x, double c) { return sigmoid(c * sigmoid(x)); }"
                        + " private static double sigmoid(double x) { return 1 / (1 + Math.exp(-x)); }");
        assertThat(compiled.source("FGradient")).doesNotContain("sigmoidRecord");
        Probe.of(compiled, "F", "f").agreesAt(0.4, 0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a helper of helpers, and one name for several values
                "double a = twice(x[i]); double b = twice(a); s += b * twice(s * 0.1);",
                // what it reads changes afterwards
                "double[] y = x.clone(); double a = at(y, i); y[i] = a * a; s += at(y, i) * a * at(y, 0);",
                // the result is an argument, or has a name already
                "double a = same(x[i]); double x2 = square(a); s += x2 * same(s) * 0.1;",
                "s = square(s) * 0.1 + constant() * x[i];",
                "double t = 1; for (int k = 0; k < 3; k++) { t = square(t) * x[i] * 0.5; } s += t;",
                "if (square(x[i]) > 1) { s += square(x[i]); } else { s -= twice(square(s) * x[i]); }"
            })
    void callsOfAllKindsAgree(String line) {
        Compiled compiled = compiled(
                "@Differentiable static double f(double[] x) { double s = 0.3; for (int i = 0; i < x.length; i++) { "
                        + line + " } return s; } private static double square(double x) { double y = x * x; return y; }"
                        + " private static double twice(double s) { return 2 * square(s) / s; } private static double same(double a) { return a; }"
                        + " private static double constant() { return 0.25; } private static double at(double[] s, int k) { return s[k]; }");
        assertThat(compiled.source("FGradient")).doesNotContain("squareRecord", "twiceRecord");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void aSumOfCallsGoesBackTurnByTurn() {
        Compiled compiled = compiled(
                "@Differentiable static double f(double[] x) { double s = 0; for (double v : x) { s += cube(v); } return s; }"
                        + " private static double cube(double v) { return v * v * v; }");
        assertThat(compiled.source("FGradient")).doesNotContain("fBackward(1.0)");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void whatADerivativeStopsAtStopsIt() {
        Compiled compiled =
                compiled("@Differentiable static double f(double x, double c) { return x * half(x * c) + part(c, 2); }"
                        + " private static double half(double v) { @Constant double h = 0.5; return v * h; }"
                        + " private static double part(double v, @Constant double w) { return v * w * w; }");
        Probe.of(compiled, "F", "f").agreesAt(0.4, 0.7);
    }

    @Test
    void aStepOfACheckpointedLoopStaysAMethod() {
        Compiled compiled = compiled(
                "@Differentiable static double f(double[] x) { double[] u = x.clone(); for (int t = 0; t < 9; t++) { step(u, t); }"
                        + " double s = 0; for (double v : u) { s += v; } return s; }"
                        + " @Checkpoint(slots = 2) private static void step(double[] u, int t) { for (int i = 0; i < u.length; i++) { u[i] = wave(u[i]); } }"
                        + " private static double wave(double v) { return Math.sin(v) * v; }");
        assertThat(compiled.source("FGradient")).contains("stepRecord(").doesNotContain("waveRecord");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }
}
