package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small arrays that do not leave a method become numbers, helpers that are called once become part of their callers. */
class ScalarReplacementTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static final String HELPERS =
            " private static double[] cross(double[] a, double[] b) { return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]}; }"
                    + " private static double[] turned(double[] v, double angle) { if (angle == 0) { return v.clone(); } double c = Math.cos(angle); double s = Math.sin(angle);"
                    + " return new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1]}; }"
                    + " private static double[] either(double a, double b) { if (a > b) { return new double[] {a * a, b}; } return new double[] {b * b, a * b}; }"
                    + " private static void swap(double[] v) { double t = v[0]; v[0] = v[1] * t; v[1] = t; }"
                    + " private static double[] same(double[] v) { return v; }";

    private static Compiled compiled(String body) {
        return Compiled.of(
                "final class F { @Differentiable static double f(double[] x) { " + body + " }" + HELPERS + " }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // elements that are set once, twice, never, and under a condition
                "double[] v = new double[3]; v[0] = x[0] * x[1]; v[1] = v[0] * v[0]; v[0] = v[1] * x[2]; return v[0] * v[1] + v[2] + v.length;",
                "double[] v = new double[2]; if (x[0] > 0) { v[0] = x[1] * x[1]; } else { v[1] = x[2]; } return v[0] * x[3] + v[1];",
                "double[] v = {x[0], x[1] * x[2]}; v[1] *= v[0]; v[1] += v[1] * v[1]; return v[1];",
                // short loops over them
                "double[] v = new double[3]; for (int i = 0; i < 3; i++) { double d = x[i + 1] - x[0]; v[i] = d * d; } return v[0] * v[1] - v[2];",
                "double[] v = new double[3]; double s = 1; for (int i = 0; i < 3; i++) { v[i] = x[i] * s; s += v[i] * v[i]; } return s * v[2];",
                // in each turn of a longer loop anew
                "double s = 0.3; for (int i = 0; i < x.length; i++) { double[] v = new double[2]; v[1] = x[i] * s; s += v[0] + v[1] * v[1]; } return s;",
                "double[] v = {0.2, 0.4}; for (double t : x) { double[] w = {v[1] * t, v[0] + t}; v = w; } return v[0] * v[1];",
                // from helpers, by branches
                "double[] v = either(x[0] * x[1], x[2]); return v[0] * v[1];",
                "double[] v = {x[0], x[1]}; swap(v); return v[0] * v[1] * x[2];",
                "double[] v = {x[0], x[1]}; double[] w = same(v); return w[0] * w[1] * w[1];",
                "double[] a = {x[0], x[1], x[2]}; double[] b = {x[3], 2, x[0] * x[3]}; double[] c = cross(a, b); return c[0] * c[1] + c[2];",
                "final double[] v; if (x[0] < 1) { v = new double[] {x[1], x[2]}; } else { v = new double[] {x[2], 1}; } return v[0] * v[0] * v[1];"
            })
    void becomeNumbers(String body) {
        Compiled compiled = compiled(body);
        assertThat(compiled.source("FGradient"))
                .doesNotContain("doubles(")
                .doesNotContain("shadowDoubles(")
                .doesNotContain("Result");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // an index that is not known, or outside
                "double[] v = {x[0], x[1]}; int k = x[2] > 0 ? 1 : 0; return v[k] * v[0];",
                "double[] v = {x[0], x[1]}; double s = 0; for (double e : v) { s += e * e; } return s;",
                // too long, or of a length that is not known
                "double[] v = new double[9]; v[8] = x[0] * x[0]; return v[8] * v[8];",
                "double[] v = new double[x.length]; v[1] = x[0] * x[0]; return v[1] * v[1];",
                // two names that are used one beside the other
                "double[] v = {x[0], x[1]}; double[] w = v; w[0] = x[2] * w[1]; return v[0] * v[1] * w[0];",
                "double[] v = {x[0], x[1]}; double[] w = new double[2]; for (int i = 0; i < 3; i++) { w = v; w[0] = w[0] * x[i]; } return w[0] * w[1];",
                "double[] v = {x[0], x[1]}; double[] w = {x[2], x[3]}; if (x[0] < w[0]) { double[] t = v; v = w; w = t; } w[0] *= 2; return v[0] * w[0] * w[1] * v[1];",
                // something else, or nothing, by another way
                "double[] v = {x[0], x[1], x[2], x[3]}; if (x[0] > 0) { v = x; } return v[1] * v[1];",
                "double[] v = new double[2]; v[0] = x[0] * x[1]; if (x[0] > 0) { v = new double[] {x[3], x[2], 1}; } return v[0] * v[0] * v[1];",
                // rows of a larger array, and what is given away
                "double[] v = {x[0], x[1]}; double[][] m = {v, v}; m[1][0] *= x[2]; return v[0] * v[1];",
                "double[] v = {x[0], x[1]}; double[] w = v.clone(); w[0] = x[2]; return v[0] * w[0] * w[1];",
                "double[] v = turned(new double[] {x[0], x[1]}, x[2]); return v[0] * v[1];"
            })
    void stayArrays(String body) {
        Compiled compiled = compiled(body);
        assertThat(compiled.source("FGradient")).containsPattern("oubles\\(|copy\\(");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void anIndexOutsideIsRefusedByJavaAsInTheSource() {
        Compiled compiled = compiled("double[] v = {x[0], x[1]}; return x[0] > 0 ? v[2] * x[1] : v[1];");
        Probe.of(compiled, "F", "f").agreesAt((Object) new double[] {-0.5, 1.2});
        assertThat(compiled.source("FGradient")).contains("v[2]");
    }

    @Test
    void aHelperThatIsCalledTwiceOrCallsItselfStaysAMethod() {
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) {"
                        + " return first(x) * first(x) + power(x, 3); }"
                        + " private static double first(double[] x) { if (x[0] > 0) { return x[0] * x[1]; } return x[1]; }"
                        + " private static double power(double[] x, int n) { if (n == 0) { return x[2]; } return x[3] * power(x, n - 1); } }");
        assertThat(compiled.source("FGradient")).contains("firstRecord(", "powerRecord(");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @Test
    void whatTheHelperOfAModelReturnsIsToldStill() {
        Compiled compiled = Compiled.of(
                "final class F { @Parameter final double[] w = {2, 3}; static F sample() { return new F(); }"
                        + " @Differentiable double f(double[] x) { double[] v = weighted(x); return v[0] * v[1]; }"
                        + " private double[] weighted(double[] x) { return new double[] {w[0] * x[0], w[1] * x[1]}; } }");
        assertThat(compiled.source("FGradient")).contains(".returned(this, \"weighted\"");
    }
}
