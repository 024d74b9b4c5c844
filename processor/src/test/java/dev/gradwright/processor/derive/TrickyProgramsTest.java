package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Programs in which something is easily got wrong: orders of evaluation, odd shapes, odd numbers, names, exceptions. */
class TrickyProgramsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static Probe f(String method) {
        return Probe.of("@SuppressWarnings({\"lossy-conversions\", \"cast\"}) final class F {\n" + method + "\n}");
    }

    @Test
    void sideEffectsInIndicesHappenOnceAndInOrder() {
        f("""
                @Differentiable static double f(double[] x, int n) {
                    double[] a = x.clone(); int i = 0;
                    a[i++] += a[i++] * a[i]; a[i] = i = 1; a[i++] *= a[i] + i--; a[i] = a[i + 1] = a[i++] * x[i];
                    a[next(a, i)] -= a[0] + next(a, 2); int[] k = {0}; a[k[0]++] *= a[k[0]] * k[0]; a[k[0] += 2] /= a[k[0]--] + 3;
                    return a[0] + 2 * a[1] + 3 * a[2] + 5 * a[3] + i + n;
                }
                private static int next(double[] a, int i) { a[i] *= 1.5; return (i + 1) % a.length; }
                """).agreesAt(X, 3);
    }

    @Test
    void anArgumentThatAHelperTakesLikeAParameterMayBeAnotherArgumentStill() {
        double[] same = X.clone();
        f("""
                @Parameter final double[] w = {0.4, -0.8}; static F sample() { return new F(); }
                @Differentiable double f(double[] x, double[] y) {
                    double s = first(x) + first(w); s *= x[1] * s; for (int i = 0; i < y.length; i++) { y[i] = 0.5 * y[i]; } return s + y[0] * x[1];
                }
                private double first(double[] v) { double t = 0; for (int i = 0; i < 2; i++) { t += v[i] * v[i]; } return t; }
                """).agreesAt(same, same);
    }

    @Test
    void operandsKeepTheirValuesWhereLaterOnesHaveEffects() {
        f("""
                @Differentiable static double f(double x, double[] a) {
                    double y = x; double z = y * (y = Math.sin(y)) + y * (y += a[0]) - (y *= y) / (a[0] = y + 3) * a[0];
                    double w = a[0] + twice(a) * a[0] + (a[1] = z) * twice(a); double v = y > 0 ? (y = x * w) : (y = -x);
                    return z * w + v * y + (a[1] > 0 && (y = a[1] * x) > 0 || (y -= 2) < 1 ? y : w);
                }
                private static double twice(double[] a) { a[0] *= 2; a[1] += a[0]; return a[1]; }
                """).withDifferenceTolerance(1e-5).agreesAt(0.7, X).agreesAt(-0.4, X);
    }

    @Test
    void theValueOfAnAssignmentIsNotLookedForAgain() {
        f("""
                @Differentiable static double f(double[] x, double[] y, int[] k) {
                    y[0] = x[x[0] < 0.7 ? 0 : 1] = x[2]; y[1] = x[x[0] > 2 ? 3 : 2] *= x[0]; double s = ++x[x[1] < 0 ? 1 : 0] * y[1]; k[1] = k[k[0]] = 1; k[2] = k[k[0]] += 2; return s * y[0] + x[k[1]] * x[k[2]] + x[1];
                }""").agreesAt(X, X.clone(), new int[] {0, 2, 1}).agreesAt(X, X, new int[] {0, 2, 1});
    }

    @Test
    void helpersInConditions() {
        f("""
                @Differentiable static double f(double[] x, double c) {
                    double s = 1; int n = 0;
                    while (grow(x, c) < 4 && n++ < 5) { s *= Math.sin(x[0] + n); if (grow(x, s) > 3 || grow(x, c) > 2.5) s += x[1]; }
                    do { s += x[2]; } while (grow(x, s) < 5 && s < 20);
                    for (double v = x[0]; grow(x, v) < 9 && n < 12; n++) { v = v * 1.5; s += v; }
                    return s * x[3];
                }
                private static double grow(double[] x, double by) { double t = 0; for (int i = 0; i < x.length; i++) { x[i] += 0.1 * by * x[(i + 1) % x.length]; t += x[i] * x[i]; } return t; }
                """).withDifferenceTolerance(1e-4).agreesAt(X, 0.4);
    }

    @Test
    void integersOfAllKindsInActiveExpressions() {
        f("""
                @Differentiable static double f(double x, int n, long m) {
                    int big = Integer.MAX_VALUE; big += n; long l = big * m; int k = (int) (x * 10); k *= 1.5; k -= x; n /= 2;
                    double y = n / 2 * x + 7 / 2 + n % 3 * x - (n & 3) / 2 * x + (double) n / 4 + (int) x * x + (long) (x * x) + l % 100 * x;
                    double z = (n > 2 ? n : x) * (n > 100 ? 1 : 2L) + (true ? n : 0.5) + (n << 2) * x;
                    for (int i = big; i < big + 3; i++) z += x * (i % 7);
                    return y * z + -n * x + ~n + +x - -x + k + 1e3 * x + 0x1p3 + 1_000 * x + 07 * x;
                }""").agreesAt(1.73, 5, 1L << 40).agreesAt(-2.37, -7, -3L);
    }

    @Test
    void signedZerosInfinitiesAndNotANumber() {
        Probe probe = f("""
                @Differentiable static double f(double x, double y) {
                    double a = 0.0 * -1 + x * -0.0, b = 1 / (x > 5 ? 1 / 0.0 : Double.POSITIVE_INFINITY), c = 0 - y * 0.0; double best = Double.NEGATIVE_INFINITY;
                    for (int i = 0; i < 3; i++) if (x * i > best) best = x * i;
                    double odd = y > 9 ? Double.NaN : y; if (odd != odd) return x; if (Double.isNaN(odd) || Double.isInfinite(x)) return x * x;
                    return best + a + b + c + odd * Math.max(-0.0, x) + Math.min(0.0, y) - 0.0;
                }""");
        probe.agreesAt(1.5, 2.0).agreesAt(-1.5, -2.0).agreesAt(7.0, 10.0);
    }

    @Test
    void emptyAndJagged() {
        f("""
                @Differentiable static double f(double[][] m, double[] e, int[] k) {
                    double s = 1; double[] none = new double[0]; double[][] no = {}; double[] c = none.clone(); Arrays.fill(c, s);
                    System.arraycopy(e, 0, c, 0, 0); for (double[] r : m) { for (double v : r) s += v * v * r.length; for (int i = r.length; i-- > 0; ) s *= 1 + 0.1 * r[i]; }
                    for (double[] r : no) s += r[0]; for (int i : k) s += i; for (double v : c) s *= v;
                    return s + m.length + no.length;
                }""")
                .agreesAt(new double[][] {{1.1, 0.3}, {}, {-0.4, 0.6, 0.2}}, new double[0], new int[0])
                .agreesAt(new double[0][], new double[0], new int[] {2});
    }

    @Test
    void recursionWithArraysAndEarlyExits() {
        f("""
                @Differentiable static double f(double[] x, int n) { double[] a = x.clone(); double s = walk(a, n, 0.5); return s * a[0] + best(a, a.length); }
                private static double walk(double[] a, int n, double c) {
                    if (n <= 0) { a[0] *= c; return a[0]; } double[] b = n % 2 == 0 ? a : a.clone(); b[n % b.length] += c * b[0];
                    for (int i = 0; i < n; i++) { if (b[i % b.length] > 1.43) return b[i % b.length] * walk(b, n - 2, c * 0.9); b[1] -= walk(a, n - 2 - i, b[1]); }
                    return walk(b, n - 1, b[1]) + c;
                }
                private static double best(double[] a, int n) { return n == 1 ? a[0] : Math.max(best(a, n - 1), a[n - 1]); }
                """).withDifferenceTolerance(1e-5).agreesAt(X, 4).agreesAt(X, 0);
    }

    @Test
    void anIndexArrayThatChangesAfterItsUse() {
        f("""
                @Differentiable static double f(double[] x, int[] at) {
                    double[] a = x.clone(); double s = 0; int last = 0;
                    for (int i = 0; i < at.length; i++) { a[at[i]] *= x[i]; s += a[at[i]] * a[at[(i + 1) % at.length]]; at[i] = (at[i] + i) % a.length; last = at[i]; }
                    Arrays.fill(at, 1); a[at[0]] = s * a[last]; at[0] = 2; return a[at[0]] * a[at[1]] + s;
                }""").agreesAt(X, new int[] {2, 0, 3});
    }

    @Test
    void writesThroughDataOfAMatrixLongerThanItsSize() {
        DMatrixRMaj roomy = new DMatrixRMaj(3, 4);
        roomy.reshape(2, 2);
        roomy.setData(new double[] {0.4, 0.8, -0.3, 1.2, 7, 7, 7, 7, 7, 7, 7, 7});
        f("""
                @Differentiable static double f(DMatrixRMaj a) {
                    double[] d = a.data; d[1] *= d[0]; a.data[2] += a.get(0, 1) * d[3]; DMatrixRMaj b = a.copy(); b.getData()[0] = d[2] * 2; d = b.data; d[3] = a.data[3] * d[0];
                    DMatrixRMaj c = new DMatrixRMaj(1, 1); CommonOps_DDRM.mult(a, b, c); c.data[1] += c.get(1, 1);
                    return CommonOps_DDRM.elementSum(c) + CommonOps_DDRM.elementSum(a) * d[1];
                }""").agreesAt(roomy);
    }

    @Test
    void matricesReshapedThereAndBack() {
        f("""
                @Differentiable static double f(DMatrixRMaj a, DMatrixRMaj v, int n) {
                    DMatrixRMaj w = v.copy(), t = new DMatrixRMaj(1, 1); double s = 0;
                    for (int i = 0; i < n; i++) { CommonOps_DDRM.mult(a, w, t); CommonOps_DDRM.transpose(t, w); s += w.get(0, 1) * s + w.data[0]; CommonOps_DDRM.transpose(w, t); CommonOps_DDRM.scale(0.5, t, w); CommonOps_DDRM.sumCols(w, t); s += t.get(0, 0); }
                    return s + CommonOps_DDRM.elementSum(w) * t.getNumElements();
                }""")
                .agreesAt(
                        new DMatrixRMaj(new double[][] {{0.2, -1.3}, {1.4, 0.9}}),
                        new DMatrixRMaj(new double[][] {{0.6}, {1.1}}),
                        3);
    }

    @Test
    void anExceptionHalfwayLeavesTheGradientUsable() {
        Probe probe = f("""
                @Differentiable static double f(double[] x, int n) {
                    double s = 0; double[] a = x.clone();
                    for (int i = 0; i < n; i++) { a[i] *= s + 1; if (a[i] > 2) throw new IllegalStateException("too large: " + a[i]); s += help(a, i) * a[i]; }
                    return s;
                }
                private static double help(double[] a, int i) { double[] b = a.clone(); return i > 7 ? b[i] : b[i % b.length] * 0.1; }
                """);
        probe.agreesAt(X, 2);
        assertThatThrownBy(() -> probe.agreesAt(X, 4)).hasMessageStartingWith("too large");
        assertThatThrownBy(() -> probe.agreesAt(new double[3], 4)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        probe.agreesAt(X, 2).agreesAt(X, 0);
    }

    @Test
    void anArgumentThatIsTheModelsParameter() {
        Probe probe = Probe.of("""
                final class F {
                    @Parameter final double[] w = {0.5, 1.5, -0.7}; static final F MODEL = new F(); static F sample() { return MODEL; }
                    @Differentiable double f(double[] x) { double[] a = x.clone(); a[0] *= w[1]; double s = 0; for (int i = 0; i < w.length; i++) s += a[i] * w[i] * x[i]; return s; }
                    double[] w() { return w; }
                }""");
        probe.agreesAt(new double[] {0.4, 0.9, 1.3});
    }

    @Test
    void switchesOfReferencesInLoops() {
        f("""
                @Differentiable static double f(double[] x, double[] y, int n) {
                    double[] now = x.clone(), then = y.clone(), third = new double[x.length];
                    for (int t = 0; t < n; t++) { for (int i = 0; i < now.length; i++) third[i] = now[i] * then[(i + 1) % then.length] + 0.3 * now[(i + t) % now.length]; double[] keep = then; then = now; now = third; third = keep; if (t == 2) now = now.clone(); }
                    double s = 0; for (int i = 0; i < now.length; i++) s += now[i] * (i + 1) - then[i] * third[i]; return s;
                }""").agreesAt(X, new double[] {0.3, 0.8, -0.2, 1.1}, 5);
    }

    @Test
    void variablesThatShareNamesInScopesBesideEachOther() {
        f("""
                @Differentiable static double f(double x, int n) {
                    double s = 0; { double t = x * x; s += t; } { int t = n; s += t * x; } { double[] t = {x, s}; s += t[0] * t[1]; }
                    for (int t = 0; t < n; t++) { double tape = x * t, model = tape + s, seed = model * 0.1; s += seed; } for (double t = x; t < 3; t += 1.1) { double g = t * s; s = g * 0.3; }
                    double result = s, resultBar = s * x, k = result * resultBar, sBar = k, total = k + sBar, value = total, chosen = value > 0 ? s : k, trips = chosen, turn = trips, again = turn, sKept = again, operand = sKept, xDot = operand;
                    return xDot * x;
                }""").withDifferenceTolerance(1e-5).agreesAt(0.6, 3);
    }

    @Test
    void loopsWhoseBoundsAndIndicesChangeInTheBody() {
        f("""
                @Differentiable static double f(double[] x, int n) {
                    double s = x[0]; int m = n;
                    for (int i = 0; i < m; i++) { s += x[i % 4] * i; if (s > 1 && m > 2) m -= 2; if (s < 0) m++; if (m > 9) break; }
                    for (int i = 0; i < n; i++) { s = s * 0.9 + x[i % x.length]; if (i % 3 == 1) i++; }
                    for (int i = n, j = 0; i > j; i -= j, j++) { s *= 1 + 0.01 * x[j % 4]; }
                    for (int i = Integer.MAX_VALUE - 2; i > 0; i++) { s += x[i % 4]; }
                    for (long i = 3_000_000_000L; i < 3_000_000_003L; i++) { s += x[(int) (i % 4)] * 0.5; }
                    int i = 0; for (; i < 3; ) { s += x[i]; i++; } for (double d = 0.5; d < 2; d *= 1.5) s += d * x[1]; for (i = 2; i >= 0; --i) s -= x[i] * s; return s * i;
                }""").agreesAt(X, 7).agreesAt(X, 0);
    }

    @Test
    void parametersMayBeNamedAsDerivativesOfResultsAre() {
        f("""
                record R(double x, double[] bar) {}
                @Differentiable static double f(double[] x) {
                    double s = 0; double[] r = h(x[0] * x[1]); for (double v : r) s += v * x[2];
                    R p = pair(x[3], x); return s + m(x, x[1])[0] + p.x() * p.bar()[1] + h(x[2], x)[0];
                }
                private static double[] h(double resultBar) { double[] o = {resultBar * resultBar, Math.sin(resultBar)}; for (int i = 0; i < 3; i++) o[0] *= resultBar + i; return o; }
                private static double[] h(double result_1Bar, double[] resultBar) { return new double[] {result_1Bar * resultBar[0], resultBar[1]}; }
                private static R pair(double resultX, double[] resultBarBar) { return new R(resultX * resultX, new double[] {resultX, Math.sin(resultBarBar[2])}); }
                private static double[] m(double[] result, double resultBar) {
                    double[] xBar = new double[2]; double shadow = 0; int intTop = 3;
                    for (int keptInts = 0; keptInts < 5; keptInts += intTop) { xBar[0] += result[keptInts % 3] * resultBar; intTop = keptInts + 1; shadow += xBar[0]; }
                    xBar[0] *= shadow; return xBar;
                }""").agreesAt((Object) X);
    }
}
