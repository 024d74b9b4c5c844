package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Programs on arrays: writes in place, aliases, copies, the same array twice. */
class ArrayProgramsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};
    private static final double[] Y = {1.5, 0.2, -0.3, 1.1};

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    @Test
    void sumsAndProducts() {
        f("@Differentiable static double f(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * y[i]; return s; }")
                .agreesAt(X, Y)
                .agreesAt(X, X)
                .agreesAt(new double[0], new double[0])
                .agreesAt(new double[] {2}, new double[] {3});
    }

    @Test
    void forEachAndMaximum() {
        f("""
                @Differentiable static double f(double[] x) {
                    double best = Double.NEGATIVE_INFINITY; int at = -1, k = 0;
                    for (double v : x) { if (v > best) { best = v; at = k; } k++; v *= 2; best += 0.0 * v; }
                    double s = 0; for (var v : x) s += Math.exp(v - best);
                    return best + Math.log(s) + x[at];
                }""").agreesAt((Object) X);
    }

    @Test
    void prefixSumsInPlaceInALocalCopy() {
        f("""
                @Differentiable static double[] f(double[] x) {
                    double[] s = x.clone();
                    for (int i = 1; i < s.length; i++) s[i] += s[i - 1] * s[i];
                    for (int i = s.length - 1; i > 0; i--) s[i - 1] *= s[i];
                    return s;
                }""").agreesAt((Object) X);
    }

    @Test
    void argumentsWrittenInPlace() {
        f("""
                @Differentiable static double f(double[] x, double c) {
                    for (int k = 0; k < 3; k++) for (int i = 1; i < x.length; i++) x[i] = x[i] * x[i - 1] + c;
                    double s = 0; for (double v : x) s += v * v; return s;
                }""").agreesAt(X, 0.4);
    }

    @Test
    void sameArrayTwiceWrittenThroughOneName() {
        Probe probe = f("""
                @Differentiable static double f(double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) { x[i] = x[i] * y[i]; y[i] += x[i]; }
                    double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * (i + 1) - y[i]; return s;
                }""");
        probe.agreesAt(X, Y).agreesAt(X, X);
    }

    @Test
    void sameArrayTwiceWhereOneNameIsOnlyWritten() {
        f("@Differentiable static double[] f(double[] x, double[] out) { Arrays.fill(out, 1, 3, 2); return x; }")
                .agreesAt(X, Y)
                .agreesAt(X, X);
        f("@Differentiable static double f(double[] x, double[] out, double c) { double s = c * x[0]; out[0] = s * c; return s - x[0]; }")
                .agreesAt(X, Y, 0.3)
                .agreesAt(X, X, 0.3);
    }

    @Test
    void fillWithWhatIsInTheArray() {
        f("@Differentiable static double f(double[] x) { Arrays.fill(x, 0.5 * x[1]); Arrays.fill(x, 0, 2, x[0] * x[1]); return x[0] * x[3]; }")
                .agreesAt((Object) X);
    }

    @Test
    void incrementByAConstantWhereNothingElseHasAReverse() {
        f("""
                @Differentiable static double f(double[][] m, double[] x, int n) {
                    double s = x[1]; double[] row = m[0];
                    for (int i = 0; i < n; i++) { if (n > 2) { row = m[i % 2]; row[n > 3 ? i % 2 : 0] += 1; } }
                    for (int i = 0; i < n; i += 2) { if (s > x[0]) { s *= x[i]; } }
                    return s * row[0];
                }""").agreesAt(new double[][] {{1.1, 0.3}, {-0.4, 0.6}}, X, 3);
    }

    @Test
    void aliasesAmongLocals() {
        f("""
                @Differentiable static double f(double[] x, int n) {
                    double[] a = x.clone(), b = a; double[] c = n > 2 ? a : x.clone();
                    b[0] = x[1] * 3; c[1] = a[0] * b[1]; a[2] = c[1] + c[0]; c = b; c[3] *= c[2];
                    double[] t = a; a = x; x = t;
                    double s = 0; for (int i = 0; i < a.length; i++) s += a[i] * x[i] + c[i]; return s;
                }""").agreesAt(X, 3).agreesAt(X, 1);
    }

    @Test
    void overwrittenManyTimesInALoop() {
        f("""
                @Differentiable static double f(double[] x, int n) {
                    double[] a = new double[2];
                    for (int i = 0; i < n; i++) { a[i % 2] = a[(i + 1) % 2] * x[i % x.length] + x[0]; a[0] = Math.sin(a[0]); }
                    return a[0] * a[1];
                }""").agreesAt(X, 9).agreesAt(X, 0);
    }

    @Test
    void rowsSharedAndReplaced() {
        f("""
                @Differentiable static double f(double[][] m, double[] x) {
                    double[][] a = new double[m.length][]; double[] shared = x.clone();
                    for (int i = 0; i < m.length; i++) { a[i] = i % 2 == 0 ? m[i].clone() : shared; }
                    for (int i = 0; i < a.length; i++) for (int j = 0; j < a[i].length; j++) a[i][j] = a[i][j] * m[i][j] + x[j];
                    double[][] b = a.clone(); b[0][0] += 2 * x[0]; double[] row = b[1]; row[1] *= row[0]; b[1] = m[0];
                    double s = 0; for (double[] r : a) for (double v : r) s += v * v; for (double[] r : b) for (double v : r) s += v; return s;
                }""").agreesAt(new double[][] {{1.1, 0.3}, {-0.4, 0.6}, {0.7, 0.8}, {0.2, -0.9}}, new double[] {0.5, 1.5});
    }

    @Test
    void matrixProductByHand() {
        f("""
                @Differentiable static double[][] f(double[][] a, double[][] b) {
                    double[][] c = new double[a.length][b[0].length];
                    for (int i = 0; i < a.length; i++) for (int j = 0; j < b[0].length; j++) {
                        double s = 0; for (int k = 0; k < b.length; k++) s += a[i][k] * b[k][j]; c[i][j] = s; }
                    return c;
                }""").agreesAt(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{.1, .2}, {.3, .4}, {.5, .6}});
    }

    @Test
    void choleskyByHandInPlace() {
        f("""
                @Differentiable static double f(double[][] m) {
                    int n = m.length; double[][] a = new double[n][n];
                    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { a[i][j] = i == j ? 4 : 0; for (int k = 0; k < n; k++) a[i][j] += m[i][k] * m[j][k]; }
                    double logDet = 0;
                    for (int j = 0; j < n; j++) {
                        for (int k = 0; k < j; k++) a[j][j] -= a[j][k] * a[j][k];
                        a[j][j] = Math.sqrt(a[j][j]); logDet += 2 * Math.log(a[j][j]);
                        for (int i = j + 1; i < n; i++) { for (int k = 0; k < j; k++) a[i][j] -= a[i][k] * a[j][k]; a[i][j] /= a[j][j]; }
                    }
                    return logDet;
                }""").agreesAt((Object) new double[][] {{1, .2, .3}, {.4, 1, .5}, {-.6, .1, 1}});
    }

    @Test
    void bubbleSortByAnActiveKey() {
        f("""
                @Differentiable static double f(double[] x) {
                    double[] a = x.clone();
                    for (int i = 0; i < a.length; i++) for (int j = 0; j + 1 < a.length - i; j++)
                        if (a[j] > a[j + 1]) { double t = a[j]; a[j] = a[j + 1]; a[j + 1] = t; }
                    double s = 0; for (int i = 0; i < a.length; i++) s += (i + 1) * a[i] * a[i]; return s;
                }""").agreesAt((Object) X);
    }

    @Test
    void libraryFillsAndCopies() {
        f("""
                @Differentiable static double f(double[] x, double c) {
                    double[] a = new double[6]; Arrays.fill(a, c * c); Arrays.fill(a, 1, 3, x[0]);
                    System.arraycopy(x, 0, a, 2, x.length); System.arraycopy(a, 0, a, 1, 4); System.arraycopy(a, 2, a, 0, 3);
                    a[0] *= a[1]; int[] k = new int[3]; Arrays.fill(k, 1); k[0]++;
                    double[] lit = {x[0], 2, c}; double s = lit[0] * lit[2] * k[0]; for (double v : a) s += v * v; return s;
                }""").agreesAt(X, 0.7);
    }

    @Test
    void arraysThroughHelpers() {
        f("""
                @Differentiable static double f(double[] x) {
                    double[] a = twice(x); double[] b = same(a); scale(b, x[0]); scale(a, 2); double[] c = pick(a, x, 1);
                    return total(a) * total(x) + total(c) + b[1] * last(twice(twice(x)));
                }
                private static double[] twice(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < y.length; i++) y[i] = 2 * x[i] * x[i]; return y; }
                private static double[] same(double[] x) { return x; }
                private static double[] pick(double[] x, double[] y, int n) { if (n > 0) return x; return y; }
                private static void scale(double[] x, double c) { if (x.length == 0) return; for (int i = 0; i < x.length; i++) x[i] *= c; }
                private static double total(double[] x) { double s = 0; for (double v : x) { if (v > 1e9) continue; s += v; } return s; }
                private static double last(double[] x) { return x[x.length - 1]; }
                """).agreesAt((Object) X);
    }

    @Test
    void recursionThatWritesInPlace() {
        f("""
                @Differentiable static double f(double[] x) { double[] a = x.clone(); sum(a, 0, a.length); return a[0] * a[1] + sum(a, 0, 2); }
                private static double sum(double[] a, int from, int to) {
                    if (to - from == 1) { a[from] *= a[from]; return a[from]; }
                    int mid = (from + to) / 2; double l = sum(a, from, mid), r = sum(a, mid, to); a[from] += l * r; return l + r;
                }""").agreesAt((Object) X);
    }

    @Test
    void indirectIndicesAndTables() {
        f("""
                @Differentiable static double f(double[] x, int[] at, @Constant double[] w) {
                    int[] order = at.clone(); double s = 0; int swap = order[0]; order[0] = order[1]; order[1] = swap;
                    for (int i : order) { s += x[i] * w[i] * TABLE[i % 2]; } for (int i = 0; i < at.length; i++) { x[at[i]] *= s; }
                    return x[0] + x[at[1]] * s;
                }
                static final double[] TABLE = {2, 3};""").agreesAt(X, new int[] {2, 0, 2, 3}, Y);
    }

    @Test
    void ringBufferOfState() {
        f("""
                @Differentiable static double f(double[] x, int n) {
                    double[] ring = new double[3]; int head = 0; double out = 0;
                    for (int t = 0; t < n; t++) { ring[head] = x[t % x.length] + 0.5 * ring[(head + 1) % 3]; head = (head + 1) % 3; out += ring[0] * ring[head]; }
                    return out;
                }""").agreesAt(X, 11);
    }

    @Test
    void earlyReturnOfAnArrayFromALoop() {
        f("""
                @Differentiable static double[] f(double[] x, double c) {
                    double[] a = x.clone();
                    for (int i = 0; i < a.length; i++) { a[i] *= c; if (a[i] > 1) return a; a[0] += a[i]; }
                    double[] b = new double[2]; b[0] = a[0] * c; b[1] = c; return b;
                }""").agreesAt(X, 1.3).agreesAt(X, 0.1);
    }

    @Test
    void shapesThatChangeBetweenCalls() {
        Probe probe = f(
                "@Differentiable static double[] f(double[] x, int n) { double[] y = new double[n]; for (int i = 0; i < n; i++) y[i] = x[i % x.length] * x[0]; return y; }");
        probe.agreesAt(X, 3)
                .agreesAt(X, 8)
                .agreesAt(X, 0)
                .agreesAt(new double[] {4}, 2)
                .agreesAt(X, 8);
    }
}
