package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.MissingRuleException;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Derivatives given by hand with {@code @CustomDerivative}, for the user's own methods. */
class GivenProgramsTest {

    private static final double[] X = {0.3, -1.2, 0.8, 2.1};

    private static final String LOG_SUM_EXP = """
                @Differentiable @CustomDerivative(reverse = "logSumExpReverse", forward = "logSumExpForward") static double logSumExp(double[] x) {
                    double sum = 0;
                    for (double value : java.util.stream.DoubleStream.of(x).toArray()) sum += Math.exp(value);
                    return Math.log(sum);
                }
                static void logSumExpReverse(double[] x, double result, double resultBar, double[] xBar) {
                    for (int i = 0; i < x.length; i++) xBar[i] = resultBar * Math.exp(x[i] - result);
                }
                static double logSumExpForward(double[] x, double result, double[] xDot) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) sum += xDot[i] * Math.exp(x[i] - result);
                    return sum;
                }
            """;

    @Test
    void aMethodWithBothRulesIsDifferentiableItself() {
        Probe.of("final class F { " + LOG_SUM_EXP.replace("logSumExp(", "f(") + " }")
                .agreesAt((Object) X);
    }

    @Test
    void calledInTheSameClassWhileItsArgumentIsOverwritten() {
        Probe.of("final class F { @Differentiable static double f(double[] x, double s) {"
                        + " double[] y = x.clone(); double sum = 0;"
                        + " for (int i = 0; i < y.length; i++) { sum += s * logSumExp(y); y[i] *= sum; } return sum; } "
                        + LOG_SUM_EXP + " }")
                .agreesAt(X, 0.7);
    }

    @Test
    void calledInAnotherClassWhileItsArgumentIsOverwritten() {
        Probe.of(
                        "final class F { @Differentiable static double f(double[] x, double s) {"
                                + " double[] y = x.clone(); double sum = 0;"
                                + " for (int i = 0; i < y.length; i++) { sum += s * G.logSumExp(y); y[i] *= sum; } return sum; } }",
                        "final class G { " + LOG_SUM_EXP + " }")
                .agreesAt(X, 0.7);
    }

    @Test
    void numbersHaveSharesOfOneElement() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double x, double y) { double r = x; for (int i = 0; i < 3; i++) r = power(r * r + 1, i, y) + x; return r; }
                    @Differentiable @CustomDerivative(reverse = "back", forward = "ahead") static double power(double x, int n, double y) { return Math.pow(x, n) * y; }
                    static void back(double[] xBar, double[] yBar, double x, int n, double y, double resultBar) {
                        xBar[0] += resultBar * n * Math.pow(x, n - 1) * y; yBar[0] += resultBar * Math.pow(x, n);
                    }
                    static double ahead(int n, double x, double xDot, double y, double yDot) { return n * Math.pow(x, n - 1) * y * xDot + Math.pow(x, n) * yDot; }
                }""").agreesAt(0.3, 0.7);
    }

    @Test
    void vectorsTablesAndMatrices() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double[][] a, double[] x, DMatrixRMaj m) {
                        double[] y = product(a, x); y[0] *= 2; double sum = 0;
                        for (double v : y) sum += v * v;
                        DMatrixRMaj t = scaled(m, sum); t.set(0, 1, t.get(0, 0) * t.get(0, 1));
                        double[][] o = outer(y, x); o[0][1] = 3 * x[0];
                        for (double[] row : o) for (double v : row) sum += Math.sin(v);
                        return sum + CommonOps_DDRM.elementSum(t);
                    }
                    @Differentiable @CustomDerivative(reverse = "productBack", forward = "productAhead") static double[] product(double[][] a, double[] x) {
                        double[] y = new double[a.length];
                        for (int i = 0; i < a.length; i++) for (int j = 0; j < x.length; j++) y[i] += a[i][j] * x[j];
                        return y;
                    }
                    static void productBack(double[][] a, double[] x, double[] resultBar, double[][] aBar, double[] xBar) {
                        for (int i = 0; i < a.length; i++) for (int j = 0; j < x.length; j++) { aBar[i][j] = resultBar[i] * x[j]; xBar[j] += resultBar[i] * a[i][j]; }
                    }
                    static double[] productAhead(double[][] a, double[][] aDot, double[] x, double[] xDot) {
                        double[] y = new double[a.length];
                        for (int i = 0; i < a.length; i++) for (int j = 0; j < x.length; j++) y[i] += aDot[i][j] * x[j] + a[i][j] * xDot[j];
                        return y;
                    }
                    @Differentiable @CustomDerivative(reverse = "scaledBack", forward = "scaledAhead") static DMatrixRMaj scaled(DMatrixRMaj m, double s) {
                        DMatrixRMaj r = m.copy(); CommonOps_DDRM.scale(s, r); return r;
                    }
                    static void scaledBack(DMatrixRMaj m, double s, DMatrixRMaj resultBar, DMatrixRMaj mBar, double[] sBar) {
                        CommonOps_DDRM.scale(s, resultBar, mBar); DMatrixRMaj p = new DMatrixRMaj(m.numRows, m.numCols); CommonOps_DDRM.elementMult(m, resultBar, p); sBar[0] = CommonOps_DDRM.elementSum(p);
                    }
                    static DMatrixRMaj scaledAhead(DMatrixRMaj m, DMatrixRMaj mDot, double s, double sDot) {
                        DMatrixRMaj r = new DMatrixRMaj(m.numRows, m.numCols); CommonOps_DDRM.add(s, mDot, sDot, m, r); return r;
                    }
                    @Differentiable @CustomDerivative(reverse = "outerBack", forward = "outerAhead") static double[][] outer(double[] x, double[] y) {
                        double[][] r = new double[x.length][y.length];
                        for (int i = 0; i < x.length; i++) for (int j = 0; j < y.length; j++) r[i][j] = x[i] * y[j];
                        return r;
                    }
                    static void outerBack(double[] x, double[] y, double[][] resultBar, double[] xBar, double[] yBar) {
                        for (int i = 0; i < x.length; i++) for (int j = 0; j < y.length; j++) { xBar[i] += resultBar[i][j] * y[j]; yBar[j] += resultBar[i][j] * x[i]; }
                    }
                    static double[][] outerAhead(double[] x, double[] y, double[] xDot, double[] yDot) {
                        double[][] r = new double[x.length][y.length];
                        for (int i = 0; i < x.length; i++) for (int j = 0; j < y.length; j++) r[i][j] = xDot[i] * y[j] + x[i] * yDot[j];
                        return r;
                    }
                }""")
                .agreesAt(
                        new double[][] {{0.5, -0.3}, {0.2, 0.9}, {-0.7, 0.1}},
                        new double[] {0.4, -0.6},
                        new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}}));
    }

    @Test
    void theSameArrayTwiceAmongTheArguments() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double[] x) { double[] y = x.clone(); return dot(y, y) + dot(x, y); }
                    @Differentiable @CustomDerivative(reverse = "back", forward = "ahead") static double dot(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * y[i]; return s; }
                    static void back(double[] x, double[] y, double resultBar, double[] xBar, double[] yBar) { for (int i = 0; i < x.length; i++) { xBar[i] = resultBar * y[i]; yBar[i] = resultBar * x[i]; } }
                    static double ahead(double[] x, double[] xDot, double[] y, double[] yDot) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * yDot[i] + y[i] * xDot[i]; return s; }
                }""").agreesAt((Object) X);
    }

    @Test
    void whatIsCostlyToComputeAgainIsKeptInARecord() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable static double[] f(double[] d, double[] b) {
                        double[] x = b.clone(); double[] s = d.clone();
                        for (int i = 0; i < 3; i++) { x = solve(s, x); s[0] += x[1]; s[1] *= 1.5; x[0] += 1; }
                        return x;
                    }
                    record Solved(double[] result, double[] inverse) {}
                    @CustomDerivative(record = "solveRecord", reverse = "solveBack", forward = "solveAhead") static double[] solve(double[] d, double[] b) { return solveRecord(d, b).result(); }
                    static Solved solveRecord(double[] d, double[] b) {
                        double[] x = new double[d.length], inverse = new double[d.length];
                        for (int i = 0; i < d.length; i++) { inverse[i] = 1 / d[i]; x[i] = b[i] * inverse[i]; }
                        return new Solved(x, inverse);
                    }
                    static void solveBack(Solved record, double[] result, double[] resultBar, double[] dBar, double[] bBar) {
                        for (int i = 0; i < bBar.length; i++) { bBar[i] = resultBar[i] * record.inverse()[i]; dBar[i] = -bBar[i] * result[i]; }
                    }
                    static double[] solveAhead(double[] result, double[] d, double[] dDot, double[] bDot) {
                        double[] dot = new double[d.length]; for (int i = 0; i < d.length; i++) dot[i] = (bDot[i] - result[i] * dDot[i]) / d[i]; return dot;
                    }
                }""").agreesAt(new double[] {1.4, 2.3}, new double[] {0.4, -0.7});
    }

    @Test
    void aRuleInReverseModeAloneGivesTheTangentOfANumber() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable static double f(double[][] a, double s) { double[][] b = {a[0].clone(), a[1].clone()}; b[0][1] *= s; double r = volume(b, s); b[1][0] = r; return r * volume(b, r); }
                    @CustomDerivative(reverse = "back") static double volume(double[][] a, double s) { return s * s * (a[0][0] * a[1][1] - a[0][1] * a[1][0]); }
                    static void back(double[][] a, double s, double result, double resultBar, double[][] aBar, double[] sBar) {
                        double g = resultBar * s * s;
                        aBar[0][0] = g * a[1][1]; aBar[1][1] = g * a[0][0]; aBar[0][1] = -g * a[1][0]; aBar[1][0] = -g * a[0][1]; sBar[0] = 2 * result / s * resultBar;
                    }
                }""").agreesAt(new double[][] {{0.4, -0.3}, {0.9, 1.2}}, 0.8);
    }

    @Test
    void inRecursionAndBranches() {
        Probe.of(
                        "final class F { @Differentiable static double f(double[] x, int n) { double[] y = x.clone(); return deeper(y, n); }"
                                + " private static double deeper(double[] y, int n) { if (n == 0) return y[0]; y[n % y.length] = logSumExp(y);"
                                + " double inner = deeper(y, n - 1); if (inner > 0) y[0] *= 2; return inner * y[0] + logSumExp(y); } "
                                + LOG_SUM_EXP + " }")
                .agreesAt(X, 5);
    }

    @Test
    void inACheckpointedLoop() {
        Probe.ofFirstOrder(
                        "final class F { @Differentiable static double f(double[] x, int n) { double[] y = x.clone();"
                                + " for (int t = 0; t < n; t++) step(y); return y[0] * y[1]; }"
                                + " @Checkpoint(slots = 2) private static void step(double[] y) { double s = logSumExp(y); y[1] = 0.5 * y[0]; y[0] = s - 1; } "
                                + LOG_SUM_EXP + " }")
                .agreesAt(X, 9);
    }

    @Test
    void anObjectsMethodAndWhatItKnows() {
        String[] sources = {"""
                final class Table {
                    private final double[] coefficients;
                    Table(double... coefficients) { this.coefficients = coefficients; }
                    @Differentiable @CustomDerivative(reverse = "atReverse", forward = "atForward") final double at(double x, int times) {
                        double y = 0; for (int i = coefficients.length - 1; i >= 0; i--) y = y * x + coefficients[i]; return times * y;
                    }
                    double slope(double x) { double y = 0; for (int i = coefficients.length - 1; i > 0; i--) y = y * x + i * coefficients[i]; return y; }
                    void atReverse(double x, int times, double resultBar, double[] xBar) { xBar[0] = resultBar * times * slope(x); }
                    double atForward(double x, double xDot, int times) { return xDot * times * slope(x); }
                }""", """
                final class F {
                    final Table table = new Table(0.3, -0.8, 0.5, 1.1); static F sample() { return new F(); }
                    @Differentiable double f(double[] x) { double s = 0; for (int i = 0; i < x.length; i++) s += table.at(x[i] + s, i) * x[i]; return s; }
                }"""};
        Probe.ofFirstOrder(sources).agreesAt((Object) X);
    }

    @Test
    void matricesInATableAndInactiveArguments() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable static double f(DMatrixRMaj m, double x) { DMatrixRMaj n = m.copy(); CommonOps_DDRM.scale(x, n); double r = trace(new DMatrixRMaj[] {m, n}, new int[] {1, 0}, "t", java.util.List.of(2.0)); n.set(0, 0, r); return r * trace(new DMatrixRMaj[] {n, n}, new int[] {0, 1}, "u", java.util.List.of(3.0)); }
                    @CustomDerivative(reverse = "back", forward = "ahead") static double trace(DMatrixRMaj[] all, int[] which, String name, java.util.List<Double> factor) {
                        double s = 0; for (int i = 0; i < all.length; i++) s += factor.get(0) * (1 + which[i]) * all[i].get(0, 0) * all[i].get(1, 1) * name.length(); return s;
                    }
                    static void back(DMatrixRMaj[] all, int[] which, String name, java.util.List<Double> factor, double resultBar, DMatrixRMaj[] allBar) {
                        for (int i = 0; i < all.length; i++) { double g = resultBar * factor.get(0) * (1 + which[i]) * name.length(); allBar[i].set(0, 0, g * all[i].get(1, 1)); allBar[i].set(1, 1, g * all[i].get(0, 0)); }
                    }
                    static double ahead(DMatrixRMaj[] all, DMatrixRMaj[] allDot, int[] which, String name, java.util.List<Double> factor) {
                        double s = 0; for (int i = 0; i < all.length; i++) s += factor.get(0) * (1 + which[i]) * (all[i].get(0, 0) * allDot[i].get(1, 1) + allDot[i].get(0, 0) * all[i].get(1, 1)) * name.length(); return s;
                    }
                }""").agreesAt(new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}}), 0.7);
    }

    @Test
    void aRuleWithBranchesAndScratchArraysHasADerivativeItself() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(double[] x, double p) { double[] y = x.clone(); y[0] += huber(y, p); return y[0] * huber(y, 2 * p); }
                    @Differentiable @CustomDerivative(reverse = "back", forward = "ahead") static double huber(double[] x, double width) {
                        double s = 0; for (double v : x) s += Math.abs(v) < width ? v * v / 2 : width * (Math.abs(v) - width / 2); return s;
                    }
                    static void back(double[] x, double width, double resultBar, double[] xBar, double[] widthBar) {
                        double[] slopes = new double[x.length];
                        for (int i = 0; i < x.length; i++) {
                            if (Math.abs(x[i]) < width) { slopes[i] = x[i]; continue; }
                            slopes[i] = x[i] > 0 ? width : -width;
                            widthBar[0] += resultBar * (Math.abs(x[i]) - width);
                        }
                        for (int i = 0; i < x.length; i++) xBar[i] = resultBar * slopes[i];
                    }
                    static double ahead(double[] x, double[] xDot, double width, double widthDot) {
                        double s = 0;
                        for (int i = 0; i < x.length; i++) s += Math.abs(x[i]) < width ? x[i] * xDot[i] : Math.signum(x[i]) * width * xDot[i] + (Math.abs(x[i]) - width) * widthDot;
                        return s;
                    }
                }""").agreesAt(X, 0.7);
    }

    @Test
    void anImplementationOfADifferentiableInterface() {
        Probe.ofFirstOrder(
                        "@Differentiable interface Curve { double forward(double x); }",
                        "final class Sine implements Curve { @CustomDerivative(reverse = \"back\", forward = \"ahead\") public double forward(double x) { return Math.sin(x); }"
                                + " void back(double x, double resultBar, double[] xBar) { xBar[0] = resultBar * Math.cos(x); } double ahead(double x, double xDot) { return Math.cos(x) * xDot; } }",
                        "@Differentiable final class Square implements Curve { public double forward(double x) { return x * x; } }",
                        "final class F { final Curve[] curves = {new Sine(), new Square(), new Sine()}; static F sample() { return new F(); }"
                                + " @Differentiable double f(double x) { double y = x; for (Curve curve : curves) y = curve.forward(y + x); return y; } }")
                .agreesAt(0.7);
    }

    @Test
    void argumentsWithoutADerivativeHaveNoShare() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable(wrt = "x") @CustomDerivative(reverse = "back", forward = "ahead") static double f(double x, @Constant double[] y, double z) { return x * x * y[0] * z; }
                    static void back(double x, double[] y, double z, double resultBar, double[] xBar) { xBar[0] = 2 * x * y[0] * z * resultBar; }
                    static double ahead(double x, double xDot, double[] y, double z) { return 2 * x * y[0] * z * xDot; }
                }""").agreesAt(0.7, new double[] {1.3}, 0.4);
    }

    @Test
    void aNativeMethodCanHaveADerivative() {
        Compiled.of("""
                final class F {
                    @CustomDerivative(reverse = "back") static native double f(double... x);
                    static void back(double[] x, double resultBar, double[] xBar) { xBar[0] = resultBar; }
                    @Differentiable static double g(double x) { return f(x, 2 * x); }
                }""");
    }

    @Test
    void aFunctionWithPartialDerivativesIsDifferentiableItselfByThem() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable @PartialDerivatives({"byX", "byY"}) static double f(double x, int n, double y) { return DoubleStream.of(x * x, y).sum() * n; }
                    static double byX(double x, int n, double y) { return 2 * x * n; }
                    static double byY(double x, int n, double y) { return n; }
                }""").agreesAt(0.7, 3, -0.2);
    }

    @Test
    void whatIsInactiveMayBeNull() {
        Generated gradient = Generated.create(Compiled.of("""
                final class F {
                    @CustomDerivative(reverse = "back") static double sum(double[] x, @Constant double[] w, int[][] which, String name) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * (w == null ? 3 : w[i]); return s; }
                    static void back(double[] w, int[][] which, String name, double resultBar, double[] xBar) { for (int i = 0; i < xBar.length; i++) xBar[i] = resultBar * (w == null ? 3 : w[i]); }
                }"""), "FGradient");
        gradient.call("sumValueAndGradient", X, null, new int[][] {null, {1}}, null);
        assertThat((double[]) gradient.call("sumX")).containsOnly(3);
    }

    private static final String ONE_MODE = """
            final class F {
                @CustomDerivative(reverse = "back") static double[] f(double[] x) { return x.clone(); }
                static void back(double[] resultBar, double[] xBar) { System.arraycopy(resultBar, 0, xBar, 0, xBar.length); }
                @CustomDerivative(forward = "ahead") static double[] g(double[] x) { return x.clone(); }
                static double[] ahead(double[] xDot) { return xDot; }
            }""";

    @Test
    void aModeWithoutARuleSaysSoWhereItIsAskedFor() {
        Compiled compiled = Compiled.of(ONE_MODE);
        Generated gradient = Generated.create(compiled, "FGradient");
        Generated tangent = Generated.create(compiled, "FTangent");
        assertThatThrownBy(() -> tangent.call("f", X, X))
                .isInstanceOf(MissingRuleException.class)
                .hasMessage("F.f has a reverse rule only, so it has no tangent; give it a forward rule with"
                        + " @CustomDerivative(forward = ...), or use the gradient");
        assertThatThrownBy(() -> gradient.call("g", (Object) X))
                .isInstanceOf(MissingRuleException.class)
                .hasMessage("F.g has a forward rule only, so it has no gradient; give it a reverse rule with"
                        + " @CustomDerivative(reverse = ...), or use the tangent");
        gradient.call("f", (Object) X);
        gradient.call("fBackward", (Object) X);
        assertThat((double[]) gradient.call("fX")).containsExactly(X);
        tangent.call("g", X, X);
        double[] dot = (double[]) tangent.call("gDot");
        assertThat(dot).containsExactly(X).isNotSameAs(X);
    }

    @Test
    void resultsThatAreNotNewAreRefused() {
        Compiled compiled = Compiled.of("""
                final class F {
                    private static final double[] SHARED = new double[4];
                    @CustomDerivative(reverse = "back", forward = "ahead") static double[] same(double[] x) { return x; }
                    @CustomDerivative(reverse = "back", forward = "ahead") static double[] shared(double[] x) { System.arraycopy(x, 0, SHARED, 0, x.length); return SHARED; }
                    static void back(double[] resultBar, double[] xBar) { System.arraycopy(resultBar, 0, xBar, 0, xBar.length); }
                    static double[] ahead(double[] xDot) { return xDot; }
                    @Differentiable static double once(double[] x) { return same(x)[0]; }
                    @Differentiable static double twice(double[] x) { return shared(x)[0] + shared(shared(x))[0]; }
                    @CustomDerivative(reverse = "rowsBack", forward = "rowsAhead") static double[][] rows(double[] x) { return new double[][] {x.clone(), x}; }
                    static void rowsBack(double[][] resultBar, double[] xBar) { }
                    static double[][] rowsAhead(double[] xDot) { return null; }
                }""");
        for (String method : List.of("same", "once", "twice", "rows")) {
            assertThatThrownBy(() -> Generated.create(compiled, "FGradient").call(method, (Object) X))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("returned an array that it was given or has returned before");
            assertThatThrownBy(() -> Generated.create(compiled, "FTangent").call(method, X, X))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("let it return a new one");
        }
    }

    @Test
    void aDerivativeOfAnotherShapeThanTheResultIsRefused() {
        Compiled compiled = Compiled.of("""
                final class F {
                    @CustomDerivative(forward = "ahead") static double[] f(double[] x) { return x.clone(); }
                    static double[] ahead(double[] xDot) { return new double[3]; }
                    @CustomDerivative(forward = "turned") static DMatrixRMaj g(DMatrixRMaj x) { return x.copy(); }
                    static DMatrixRMaj turned(DMatrixRMaj xDot) { return new DMatrixRMaj(2, 1); }
                }""");
        Generated tangent = Generated.create(compiled, "FTangent");
        assertThatThrownBy(() -> tangent.call("f", X, X))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ahead, the forward rule of F.f, has returned 3 numbers as the derivative of 4 numbers; it must"
                                + " have the same shape");
        DMatrixRMaj row = new DMatrixRMaj(1, 2);
        assertThatThrownBy(() -> tangent.call("g", row, row))
                .hasMessageContaining("a 2x1 matrix as the derivative of a 1x2 matrix");
    }

    @Test
    void nothingIsAllocatedForARuleOnceShapesAreKnown() {
        Generated gradient = Generated.create(Compiled.of("""
                final class F {
                    @Differentiable static double f(double[] x) { double sum = 0; for (int i = 0; i < 20; i++) sum += norm(x) * i; return sum; }
                    @CustomDerivative(reverse = "back") static double norm(double[] x) { double s = 0; for (double v : x) s += v * v; return s; }
                    static void back(double[] x, double resultBar, double[] xBar) { for (int i = 0; i < x.length; i++) xBar[i] = 2 * resultBar * x[i]; }
                }"""), "FGradient");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] x = new double[2000];
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            gradient.call("fValueAndGradient", (Object) x);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // what reflection itself needs is far less than one array of this size, and the tape holds twenty
        assertThat(least).isLessThan(8 * 2000);
    }
}
