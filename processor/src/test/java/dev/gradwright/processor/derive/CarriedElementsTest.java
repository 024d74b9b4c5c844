package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours that a loop adds to are carried from turn to turn where nothing else can be the same element. */
class CarriedElementsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9, -0.4};

    private static Compiled compiled(String method) {
        return Compiled.of("final class F { @Differentiable static " + method + " }");
    }

    private static boolean carries(Compiled compiled) {
        return compiled.source("FGradient").contains("double carried");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < x.length - 1; i++) { double a = x[i + 1] - x[i] * x[i]; s += 100 * a * a * c; }",
                "for (int i = 1; i <= x.length - 1; i++) { s += x[i - 1] * x[i] * c + x[i]; }",
                "for (int i = x.length - 1; i > 0; i--) { double a = x[i] * x[i - 1]; s += Math.sin(a) * c; }",
                "for (int i = x.length - 2; i >= 0; i--) { s += Math.exp(x[i + 1] - x[i]) * x[i] * c; }",
                // three
                "for (int i = 1; i < x.length - 1; i++) { double d = x[i - 1] - 2 * x[i] + x[i + 1]; s += d * d * c; }",
                "for (int i = 0; i < x.length - 2; i++) { s += x[i] * x[i + 1] * x[i + 2] * c; }",
                "for (int i = x.length - 1; i >= 2; i--) { s -= Math.exp(x[i] * c) * x[i - 2] / (2 + x[i - 1] * x[i - 1]); }",
                // what turns leave in adjoints that are there already
                "for (int i = 0; i < x.length; i++) { s += x[i] * x[i]; }"
                        + " for (int i = 0; i < x.length - 1; i++) { s += x[i] * x[i + 1] * c; } for (double v : x) { s *= 1 + v * c; }"
                        + " for (int i = x.length - 1; i > 0; i--) { s += x[i] * x[i - 1] * c; }",
                // rows of an array of arrays, each for itself
                "double[][] y = {x, x.clone()}; for (int k = 0; k < 2; k++) { for (int i = 0; i < x.length - 1; i++) { s += y[k][i] * y[k][i + 1] * c; } }",
                // far from the index
                "for (int i = 3; i < x.length; i++) { s += x[i - 2] * x[i - 3] * c; }",
                // a state that passes from turn to turn
                "double v = c; for (int i = 0; i < x.length - 1; i++) { v = 0.5 * v + x[i] * x[i + 1]; s += v * v; }"
            })
    void neighboursAreCarried(String loops) {
        Compiled compiled = compiled("double f(double[] x, double c) { double s = 0; " + loops + " return s; }");
        assertThat(carries(compiled)).isTrue();
        Probe probe = Probe.of(compiled, "F", "f");
        for (int length = 5; length >= 0; length--) {
            probe.agreesAt(Arrays.copyOf(X, length), 0.7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // two names that may be of one array
                "for (int i = 0; i < x.length - 1; i++) { s += x[i] * y[i + 1] + x[i + 1] * y[i] * y[i]; }",
                "double[][] z = {x, y}; for (int i = 0; i < x.length - 1; i++) { s += z[0][i] * z[1][i + 1]; }",
                // an element that is not there in each turn
                "for (int i = 0; i < x.length - 1; i++) { if (x[i] > 0) { s += x[i] * x[i + 1]; } }",
                "for (int i = 0; i < x.length - 1; i++) { s += x[i] > 0 ? x[i] * y[0] : x[i + 1]; }",
                "for (int i = 0; i < x.length - 1; i++) { if (x[i] < -1) break; s += x[i] * x[i + 1]; }",
                // not neighbours, or too many
                "for (int i = 0; i < x.length - 2; i++) { s += x[i] * x[i + 2]; }",
                "for (int i = 0; i < x.length - 3; i++) { s += x[i] * x[i + 1] * x[i + 2] * x[i + 3]; }",
                "for (int i = 0; 2 * i + 1 < x.length; i++) { s += x[2 * i] * x[2 * i + 1]; }",
                "for (int i = 0; i < x.length - 1; i++) { s += x[i] * x[x.length - 1 - i]; }",
                // turns that skip elements
                "for (int i = 0; i < x.length - 1; i += 2) { s += x[i] * x[i + 1]; }",
                // what is added depends on adjoints in memory, which are cleared
                "double[] w = x.clone(); for (int i = 0; i < x.length - 1; i++) { w[i + 1] = w[i] * w[i + 1]; } s = w[x.length - 1];",
                "double[] w = x.clone(); for (int i = 0; i < x.length - 1; i++) { w[i] = x[i] * x[i + 1]; } for (double v : w) { s += v * v; }",
                // loops inside
                "for (int i = 0; i < x.length - 1; i++) { double t = 0; for (int j = 0; j < 2; j++) { t += x[i] * x[i + 1] * t + c; } s += t; }",
                // where it ends is not known before
                "int n = x.length - 1; for (int i = 0; i < n; i++) { s += x[i] * x[i + 1]; if (i == 1) { n--; } }"
            })
    void whatMayBeTheSameElementIsNot(String loops) {
        Compiled compiled =
                compiled("double f(double[] x, double[] y, double c) { double s = 0; " + loops + " return s; }");
        assertThat(carries(compiled)).isFalse();
        Probe.of(compiled, "F", "f").agreesAt(X, X, 0.7).agreesAt(X, new double[] {1, 2, 3, 4, 5}, -0.3);
    }

    @Test
    void oneArrayInSeveralPlacesIsCarriedInOneLoopAfterTheOther() {
        Compiled compiled = compiled(
                "double f(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.length - 1; i++) { s += x[i] * x[i + 1]; }"
                        + " for (int i = 0; i < y.length - 1; i++) { s *= 1 + y[i] / (2 + y[i + 1] * y[i + 1]); } return s; }");
        assertThat(carries(compiled)).isTrue();
        Probe.of(compiled, "F", "f").agreesAt(X, X).agreesAt(X, new double[] {1, 2, 3});
    }

    @Test
    void rowsThatAreOneArrayGetWhatIsAddedToEach() {
        Compiled compiled = compiled(
                "double f(double[][] x) { double s = 0; for (int k = 0; k < x.length; k++) { for (int i = 0; i < x[k].length - 1; i++) {"
                        + " s += (k + 1) * x[k][i] * x[k][i + 1]; } } return s; }");
        assertThat(carries(compiled)).isTrue();
        Probe.of(compiled, "F", "f").agreesAt((Object) new double[][] {X, {1, 2}, X, {}});
    }

    @Test
    void aGradientThatIsAddedToGrowsFromWhatItIs() {
        Probe.of(
                        "final class F { static F sample() { return new F(); } @Parameter final double[] w = {0.3, -0.8, 1.1, 0.4};"
                                + " @Differentiable double f(double c) { double[] v = w; double s = 0; for (int i = 0; i < v.length - 1; i++) {"
                                + " s += v[i] * v[i + 1] * c; } return s; } }")
                .agreesAt(0.7);
    }
}
