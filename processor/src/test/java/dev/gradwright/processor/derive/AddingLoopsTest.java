package dev.gradwright.processor.derive;

import static dev.gradwright.processor.testing.Reflection.call;
import static dev.gradwright.processor.testing.Reflection.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Value and gradient of a sum come from one loop where each turn can go back at once; {@link Probe} compares them with both halves. */
class AddingLoopsTest {

    private static final String SQUARES =
            "double f(double[] x) { double s = 0; for (double v : x) s += v * v; return s; }";
    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static Compiled compiled(String method) {
        return Compiled.of("final class F { @Differentiable static " + method + " }");
    }

    /** The method for both in the generated gradient. */
    private static String both(Compiled compiled) {
        String source = compiled.source("FGradient");
        int start = source.indexOf("double fValueAndGradient(");
        return source.substring(start, source.indexOf("\n    }", start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double s = 0; for (int i = 0; i + 1 < x.length; i++) { double a = x[i + 1] - x[i] * x[i]; s += 100 * a * a; } return s;",
                "double s = x[0] * x[1]; for (double v : x) s -= Math.exp(v) * c; return s;",
                "double k = Math.exp(c); double s = 1; for (int i = x.length - 1; i >= 0; i--) s += k * x[i]; return s;",
                "double s = 0; for (int i = 0; i < x.length; i++) { double t = 0; for (int j = 0; j <= i; j++) t += x[i] * x[j] * c;"
                        + " s += Math.sin(t); } return s;",
                "double s = 0; for (int i = 0; i < x.length; i++) { if (x[i] > 0.6) { s += x[i] * c; } else { double v = x[i] * x[i];"
                        + " v = v * v; s -= v * c; } } return s;",
                "double s = 0; for (int i = 0; i < x.length; i++) { double p = 1; for (int j = 0; j < 3; j++) p = p * x[i] + c;"
                        + " s += p; } for (double v : x) s += v * v * c; return s;",
                "double s = 0; for (int i = 0; i < x.length; i++) { for (int j = i; j < x.length; j += 1) { s += x[i] / (1 + x[j] * x[j]) * c; } }"
                        + " return s;"
            })
    void aSumGoesBackTurnByTurn(String body) {
        Compiled compiled = compiled("double f(double[] x, double c) { " + body + " }");
        assertThat(both(compiled)).contains("for (").doesNotContain("fBackward(1.0)");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7).agreesAt(new double[] {1.5, 0.2}, -0.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a helper with loops and a new array
                "double s = 0; for (int i = 0; i < x.length; i++) { s += norm(x, i, c); } return s;",
                "double s = 0; for (int i = 0; i < x.length; i++) { double[] w = new double[3]; fill(w, x[i] * c); double t = norm(w, 1, x[i]); s -= t * t; } return s;",
                // before the loops and after them
                "double[] w = new double[x.length]; for (int i = 0; i < x.length; i++) { w[i] = x[i] * x[i]; } double s = norm(w, 0, c);"
                        + " for (int i = 0; i < x.length; i++) { s += w[i] * Math.sin(w[0]) * c; } double n = norm(w, 2, c); return s - n * norm(x, 1, n) + c;",
                "double s = 0; for (double y : x) { s += y * y * c; } double t = 1; int n = 3; while (n > 0) { t *= c; n--; } double r = s + t * c; return r - 2 * t;"
            })
    void helpersAndOtherTermsGoAlong(String body) {
        Compiled compiled = compiled(
                "double f(double[] x, double c) { " + body + " }"
                        + " private static void fill(double[] w, double v) { for (int i = 0; i < w.length; i++) { w[i] = v * i * v; } }"
                        + " private static double norm(double[] v, int k, double c) { double t = c; double[] u = v.clone();"
                        + " for (int i = 0; i < v.length; i++) { u[i] = u[i] * v[k] + t; t = t * 0.5 + u[i] * v[i]; } return t; }");
        assertThat(both(compiled)).contains("for (").doesNotContain("fBackward(1.0)");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7).agreesAt(new double[] {1.5, 0.2, 0.1}, -0.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a turn needs the one before
                "double s = 0; double v = 0; for (double y : x) { v = 0.5 * v + y * c; s += v * v; } return s;",
                // what is added is not the result
                "double s = 0; for (double y : x) { s += y * y * c; } return s * s;",
                "double s = 0; for (double y : x) { s += y * y * c; } double r = 2 * s; return r;",
                // a turn reads the sum
                "double s = 0; for (double y : x) { s += y * y * c; if (s > 1) s += y; } return s;",
                "double s = 1; for (double y : x) { s = s * y + c; } return s;",
                "double s = 0; for (double y : x) { s = y * c - s; } return s;",
                // what is added to the sum depends on it
                "double s = 0; for (double y : x) { s += y * y * c; } double t = s + 1; return t + t;",
                "double s = 0; for (double y : x) { s += y * y * c; } double t = Math.sin(s); return s + t;",
                "double s = 0; for (double y : x) { s += y * y * c; } return s + s * c;",
                // something is written that stays
                "double s = 0; for (int i = 0; i < x.length; i++) { s += x[i] * c; set(x, i); } return s;",
                "double s = 0; double[] w = new double[1]; for (int i = 0; i < x.length; i++) { add(w, x[i] * c); s += w[0]; } return s;",
                "double s = 0; double[] w = new double[x.length]; for (int i = 0; i < x.length; i++) { w[i] = x[i] * c; s += w[i]; } return s;",
                "double s = 0; double[] w = new double[x.length]; for (int i = 0; i < x.length; i++) { for (int j = 0; j < i; j++) { w[j] = x[i] * c; s += w[j]; } } return s;",
                "double s = 0; for (int i = 0; i < x.length; i += 2) { s += x[i] * x[i] * c; } return s;"
            })
    void whatIsMoreThanASumGoesBackAfterwards(String body) {
        Compiled compiled = compiled("double f(double[] x, double c) { " + body
                + " } private static void set(double[] x, int i) { x[i] = 0.5; }"
                + " private static void add(double[] w, double v) { w[0] += v * v; }");
        assertThat(both(compiled)).contains("fBackward(1.0)");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7);
    }

    private static final String SCRATCH =
            " private static double filled(double[] w, double[] x, double v) { for (int j = 0; j < w.length; j++) { w[j] = v * x[j]; }"
                    + " double t = 0; for (double y : w) { t += y * y; } return t; }"
                    + " private static void partly(double[] w, double[] x, double v) { for (int j = 0; j < w.length; j++) { w[j] = x[j] > v ? v * v : w[j] + x[j]; } }";

    /** The field that remembers that turns need each other. */
    private static boolean turnsMeet(Object gradient) throws ReflectiveOperationException {
        Field field = gradient.getClass().getDeclaredField("fTurnsMeet");
        field.setAccessible(true);
        return field.getBoolean(gradient);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double[] w = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) { s += Math.sqrt(filled(w, x, x[i] * c)) + w[1]; } return s;",
                "double[] w = new double[3]; double[] v = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) {"
                        + " for (int j = 0; j < w.length; j++) { w[j] = x[i] * j; } for (int j = 0; j < v.length; j++) { v[j] = w[2] * x[j]; v[j] += w[1] * c; }"
                        + " s -= filled(v, w.clone(), c) * v[2]; } return s + filled(v, x, c);"
            })
    void arraysThatEachTurnFillsAnewGoAlong(String body) throws ReflectiveOperationException {
        Compiled compiled =
                compiled("double f(double[] x, double c) { " + body.replace("w.clone()", "x") + " }" + SCRATCH);
        assertThat(both(compiled)).contains("Shadows.isAnySet(wBar)").doesNotContain("fBackward(1.0)");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7).agreesAt(new double[] {1.5, 0.2, 0.1}, -0.3);
        Object gradient = call(named(compiled.type("FGradient"), "create"), null);
        invoke(gradient, "fValueAndGradient", X, 0.7);
        assertThat(turnsMeet(gradient)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a turn uses what the one before has left
                "double[] w = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) { s += w[1] * x[i]; s += filled(w, x, x[i] * c); } return s;",
                "double[] w = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) { partly(w, x, x[i] * c); for (double y : w) { s += y * c; } } return s;",
                "double[] w = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) { for (int j = 0; j < x.length; j++) { w[j] = w[j] * c + x[i]; } s += w[i] * w[0]; } return s;",
                // what comes afterwards uses what the last turn has left
                "double[] w = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) { s += filled(w, x, x[i] * c); } double t = w[2] * c; return s + t;",
                "double[] w = new double[x.length]; double s = 0; for (int i = 0; i < x.length; i++) { s += filled(w, x, x[i] * c); }"
                        + " for (int i = 0; i < x.length; i++) { s += w[i] * x[i]; } return s;",
                // the first turn uses what was there before
                "double[] w = new double[x.length]; w[1] = c * c; double s = 0; for (int i = 0; i < x.length; i++) { s += w[1] * x[i]; s += filled(w, x, x[i] * c); } return s;"
            })
    void turnsThatNeedEachOtherGoBackAfterwards(String body) throws ReflectiveOperationException {
        Compiled compiled = compiled("double f(double[] x, double c) { " + body + " }" + SCRATCH);
        assertThat(both(compiled)).contains("Shadows.isAnySet(wBar)");
        Probe.of(compiled, "F", "f").agreesAt(X, 0.7).agreesAt(new double[] {1.5, 0.2, 0.1}, -0.3);
        Object gradient = call(named(compiled.type("FGradient"), "create"), null);
        Object value = invoke(gradient, "fValueAndGradient", X, 0.7);
        assertThat(turnsMeet(gradient)).isTrue();
        double[] first = ((double[]) invoke(gradient, "fX")).clone();
        assertThat(invoke(gradient, "fValueAndGradient", X, 0.7)).isEqualTo(value);
        assertThat((double[]) invoke(gradient, "fX")).containsExactly(first);
    }

    @Test
    void anArrayGivenTwiceGetsBothDerivatives() {
        Compiled compiled = compiled(
                "double f(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * y[i] * y[i]; return s; }");
        assertThat(both(compiled)).doesNotContain("fBackward(1.0)");
        Probe.of(compiled, "F", "f").agreesAt(X, X).agreesAt(X, new double[] {1, 2, 3, 4});
    }

    @Test
    void aRecordCountsAsConsumedAndNothingRemainsAfterAnException() {
        Compiled compiled = compiled(
                "double f(double[] x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * x[i]; return s; }");
        Object gradient = call(named(compiled.type("FGradient"), "create"), null);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> invoke(gradient, "fValueAndGradient", X, 5))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
            assertThatThrownBy(() -> invoke(gradient, "fBackward", 1.0)).isInstanceOf(IllegalStateException.class);
            invoke(gradient, "fValueAndGradient", X, 4);
            assertThat((double[]) invoke(gradient, "fX")).containsExactly(1.0, -2.4, 4.6, 1.8);
            assertThatThrownBy(() -> invoke(gradient, "fBackward", 1.0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("consumed already");
        }
    }

    private static Object invoke(Object gradient, String name, Object... arguments) {
        return call(named(gradient.getClass(), name), gradient, arguments);
    }

    @Test
    void generatedCheckersCompareThisSweepToo() throws ReflectiveOperationException {
        Compiled right = compiled(SQUARES);
        String whole = right.source("FGradient");
        Compiled wrong =
                withGradient(right, whole.replace(both(right), both(right).replace("Bar[", "Bar[0 * ")));

        assertThat(check(right).isRight()).isTrue();
        assertThat(check(wrong).toString())
                .contains("tangent and the gradient that comes with the value in one sweep disagree");
    }

    private static GradientReport check(Compiled compiled) throws ReflectiveOperationException {
        return ((GradientCheck) call(named(compiled.type("FGradientChecker"), "f"), null, (Object) X)).run();
    }

    /** The same classes with another gradient in place of the generated one. */
    private static Compiled withGradient(Compiled original, String gradient) {
        return Compiled.of(Compiler.javac()
                .withOptions("-proc:none")
                .compile(
                        Compiled.files("final class F { @Differentiable static " + SQUARES + " }")[0],
                        JavaFileObjects.forSourceString("t.FGradient", gradient),
                        JavaFileObjects.forSourceString("t.FTangent", original.source("FTangent")),
                        JavaFileObjects.forSourceString("t.FGradientChecker", original.source("FGradientChecker"))));
    }
}
