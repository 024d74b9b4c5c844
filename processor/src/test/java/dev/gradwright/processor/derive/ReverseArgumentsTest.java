package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reverse halves of helpers are given their arguments again by those who call them. */
class ReverseArgumentsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};
    private static final double[][] ROWS = {{0.5, -1.2, 0.7, 0.3}, {0.9, 0.4, -0.6, 1.1}, {-0.8, 0.2, 1.4, 0.6}};

    /** A helper that loops over what it is given, so that it is not inlined, and one that writes. */
    private static final String HELPERS =
            " private static double cubes(double[] a, double c) { double s = 0; for (double v : a) { s += c * v * v * v; } return 0.1 * s; }"
                    + " private static double pairs(double[] a, double[] b, int n) { double s = 0; for (int i = 0; i < n; i++) { s += a[i] * b[i] * b[i]; } return 0.1 * s; }"
                    + " private static void fold(double[] a, double[] b) { for (int i = 0; i < a.length; i++) { a[i] = a[i] * b[i] * 0.3; } }"
                    + " private static double[] scaled(double[] a, double c) { double[] b = new double[a.length]; for (int i = 0; i < a.length; i++) { b[i] = c * a[i] * a[i]; } return b; }";

    private static Compiled compiled(String method) {
        return Compiled.of("final class F { " + method + HELPERS + " }");
    }

    private static Probe f(String body) {
        return Probe.of(
                "final class F { @Differentiable static double f(double[] x, double[][] rows) { double s = 0.3; " + body
                        + " return s; }" + HELPERS + " }");
    }

    @Test
    void aHelperTakesNoReferencesFromTheTape() {
        Compiled compiled = compiled(
                "@Differentiable static double f(double[] x, double[][] rows) { double s = 0;"
                        + " double[] y = x.clone(); for (int i = 0; i < rows.length; i++) { s += pairs(rows[i], y, y.length); } return s; }");
        assertThat(compiled.source("FGradient"))
                .contains("pairsReverse(pairsResultBar, rows[i], rowsBar[i], y, yBar, y.length)")
                .containsPattern("private void pairsReverse\\(double resultBar, double\\[\\] a, double\\[\\] aBar")
                .doesNotContain("tape.pushReference(a)", "tape.pushReference(b)", "tape.push(n)");
        Probe.of(compiled, "F", "f").agreesAt(X, ROWS);
    }

    @Test
    void anArgumentThatCostsMuchIsKeptAsOneNumber() {
        Compiled compiled = compiled(
                "@Differentiable static double f(double[] x, double[][] rows) { double s = 0;"
                        + " for (int i = 0; i < rows.length; i++) { double[] y = rows[i]; s += cubes(y, Math.exp(x[i]) + s * x[0]); } return s; }");
        assertThat(compiled.source("FGradient")).contains("cubesReverse(cubesResultBar, y, yBar, ");
        Probe.of(compiled, "F", "f").agreesAt(X, ROWS);
    }

    @Test
    void methodsThatOthersCallTakeTheirSeedsAlone() {
        Compiled compiled = compiled(
                "@Differentiable static double f(double[] x) { return 2 * g(x); }"
                        + " @Differentiable static double g(double[] x) { double s = 0; for (double v : x) { s += v * v; } return s; }");
        assertThat(compiled.source("FGradient")).contains("void gReverse(double sBar)");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // one array for two arguments, and different ones at different calls
                "s += pairs(x, x, 3); s += pairs(rows[0], x, 4) * pairs(x, rows[1], 2); double[] y = x.clone(); s += pairs(y, y, 4);",
                // rows that are one object
                "double[] y = x.clone(); double[][] all = {y, y, scaled(y, 0.5)}; for (int i = 0; i + 1 < all.length; i++) { fold(all[i], all[i + 1]); s += pairs(all[i], all[2], 4); }",
                // what a call writes into its arguments
                "double[] y = x.clone(); double[] z = rows[1].clone(); for (int i = 0; i < 3; i++) { fold(y, z); s += cubes(y, y[i]); fold(z, y); s += cubes(z, s); } fold(y, y); s += cubes(y, 1);",
                // a name for several arrays
                "double[] a = x.clone(); for (int i = 0; i < rows.length; i++) { double[] b = scaled(rows[i], 0.2); s += pairs(a, b, i + 1); a = i % 2 == 0 ? b : scaled(a, s); } s += cubes(a, 2);",
                "double[] a = x; double[] b = rows[0]; for (int i = 0; i < 5; i++) { s += pairs(a, b, 4); double[] t = a; a = b; b = t; s += cubes(b, s); }",
                // an array whose rows are exchanged
                "double[][] all = new double[3][]; for (int i = 0; i < 3; i++) { all[i] = scaled(rows[i], 0.4); } for (int i = 0; i < 4; i++) { s += pairs(all[i % 3], all[(i + 1) % 3], 3); all[i % 3] = scaled(all[(i + 2) % 3], s); }",
                // indices and counts that change
                "int[] at = {2, 0, 1}; for (int i = 0; i < 3; i++) { s += cubes(rows[at[i]], x[at[0]]); at[0] = i; at[i] = (at[i] + 1) % 3; }",
                "int k = 0; int n = 4; while (k < 3) { s += pairs(rows[k], x, n); n -= k; k++; }",
                "for (int i = 2; i >= 0; i -= 2) { s += pairs(rows[i], rows[2 - i], i + 2); }",
                // numbers that change, and one that the call itself changes
                "double c = 0.4; double[] y = x.clone(); for (int i = 0; i < 3; i++) { s += cubes(y, c * s); c = s * c; y[i] = c; s += cubes(y, y[i]); }",
                // conditions and early exits
                "for (int i = 0; i < rows.length; i++) { if (rows[i][0] < 0) { s += cubes(rows[i], x[0]); break; } s += rows[i][1] > 0 ? cubes(x, rows[i][1]) : pairs(x, rows[i], 2); if (s > 5) { return s * cubes(x, s); } }",
                "double[] y = s > 0 ? x : rows[0]; s += pairs(y, s > 1 ? rows[1] : rows[2], x[0] > 0 ? 3 : 2); for (int i = 0; i < 0; i++) { s += cubes(y, s); }",
                // arrays that are returned, one call inside another
                "s += cubes(scaled(scaled(x, 0.3), cubes(x, 0.1)), pairs(scaled(x, s), rows[0], 4)); double[] y = scaled(rows[1], 0.7); fold(y, scaled(y, s)); s += cubes(y, s);",
                // nothing but constants
                "s += cubes(new double[] {1, 2}, s) + pairs(new double[] {1, 2}, x, 2) + pairs(x, new double[3], 3);"
            })
    void callsOfAllKindsAgree(String body) {
        f(body).agreesAt(X, ROWS);
    }

    @Test
    void methodsThatCallThemselvesAndEachOther() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double[] x, double[][] rows) { return halves(x, 0, x.length, rows) + even(x, rows[0], 3, 0.5) + odd(rows[1], x, 2, x[0]); }
                    private static double halves(double[] x, int from, int to, double[][] rows) {
                        if (to - from == 1) { double s = 0; for (double v : rows[from % rows.length]) { s += v * x[from] * x[from]; } return s; }
                        int middle = (from + to) / 2;
                        double left = halves(x, from, middle, rows);
                        double[] y = x.clone(); y[from] = left * 0.1;
                        return left * halves(y, middle, to, rows) * 0.1 + left;
                    }
                    private static double even(double[] a, double[] b, int n, double c) {
                        double s = 0; for (int i = 0; i < a.length; i++) { s += a[i] * b[i] * c; }
                        return n == 0 ? s : s + 0.3 * odd(b, a, n - 1, s * c);
                    }
                    private static double odd(double[] a, double[] b, int n, double c) {
                        if (n == 0) { return c * c; }
                        double[] d = a.clone(); for (int i = 0; i < d.length; i++) { d[i] *= c; }
                        double s = even(d, b, n - 1, c * 0.5); d[0] = s; return s * even(d, a, n - 1, d[1]);
                    }
                }""").agreesAt(X, ROWS);
    }

    @Test
    void checkpointedStepsAreGivenTheirArgumentsAgain() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double[] x, double[][] rows) {
                        double[] u = x.clone();
                        for (int t = 0; t < 6; t++) step(u, rows, t, 0.1 * t);
                        double s = 0; for (double v : u) s += v * v; return s;
                    }
                    @Checkpoint(slots = 2) private static void step(double[] u, double[][] rows, int t, double h) {
                        double[] force = rows[t % 3];
                        for (int i = 0; i < u.length; i++) { u[i] = Math.sin(u[i]) * force[i] + h * norm(u, force, i) * 0.1; }
                    }
                    private static double norm(double[] u, double[] force, int n) { double s = 1; for (int i = 0; i <= n; i++) { s += u[i] * u[i] * force[i]; } return s; }
                }""").agreesAt(X, ROWS);
    }

    @Test
    void aHelperWithTooManyArgumentsForThatUsesTheTape() {
        StringBuilder parameters = new StringBuilder("double[] a");
        StringBuilder arguments = new StringBuilder("x");
        StringBuilder sum = new StringBuilder("a[i] * a[i]");
        for (int i = 0; i < 40; i++) {
            parameters.append(", double b").append(i);
            arguments.append(", x[").append(i % 4).append(']');
            sum.append(" + a[i] * b").append(i).append(" * 0.01");
        }
        Compiled compiled = Compiled.of("final class F { @Differentiable static double f(double[] x) { return many("
                + arguments + "); } private static double many(" + parameters
                + ") { double s = 0; for (int i = 0; i < a.length; i++) { s += " + sum + "; } return s; } }");
        assertThat(compiled.source("FGradient")).contains("void manyReverse(double sBar)");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }
}
