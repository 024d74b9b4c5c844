package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Arrays of three ranks, jagged ones, arrays of matrices, and tables of what carries no derivative. */
class NestedArrayProgramsTest {

    private static final double[][][] X = {
        {{0.5, -1.2, 0.3}, {2.3, 0.9, 1.1}}, {{1.5, 0.2, -0.6}, {-0.3, 1.1, 0.7}},
    };
    private static final DMatrixRMaj[] M = {
        new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}}),
        new DMatrixRMaj(new double[][] {{0.7, 0.8}, {0.2, -0.9}}),
    };

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    @Test
    void threeIndicesReadAndWritten() {
        f("""
                @Differentiable static double[][][] f(double[][][] x, double c) {
                    double[][][] y = new double[x.length][x[0].length][x[0][0].length]; double[][][] z = new double[2][][];
                    for (int i = 0; i < x.length; i++) { z[i] = y[i]; for (int j = 0; j < x[i].length; j++) for (int k = 0; k < x[i][j].length; k++) {
                        y[i][j][k] += x[i][j][k] * c; z[i][j][k] *= x[i][j][0]; x[i][j][k] += z[0][j][k]; } }
                    return z;
                }""").agreesAt(X, 0.7);
    }

    @Test
    void jaggedRowsOfDifferentLengths() {
        f("""
                @Differentiable static double f(double[] x) {
                    double[][] pascal = new double[x.length][]; double s = 0;
                    for (int i = 0; i < x.length; i++) {
                        pascal[i] = new double[i + 1]; pascal[i][0] = x[0]; pascal[i][i] = x[i];
                        for (int j = 1; j < i; j++) pascal[i][j] = pascal[i - 1][j - 1] * pascal[i - 1][j] + x[j];
                    }
                    double[][][] books = {pascal, {x, {1, s}}};
                    for (double[][] book : books) for (double[] row : book) for (double v : row) s += v * v;
                    return s;
                }""").agreesAt((Object) new double[] {0.4, -0.7, 1.2, 0.3, 0.9}).agreesAt((Object) new double[] {2});
    }

    @Test
    void helpersThatOnlyMoveRowsAndMatrices() {
        f("""
                @Differentiable static double f(double[][][] x, DMatrixRMaj[] m) {
                    double[][] rows = {x[0][0].clone(), x[0][1].clone()}; move(rows, 0, 1); rows[0][0] *= 2; rows[1][1] += rows[0][0];
                    DMatrixRMaj[] own = m.clone(); move(own); own[0].set(0, 0, 3 * own[1].get(1, 1));
                    return rows[0][1] * rows[1][0] * CommonOps_DDRM.elementSum(own[1]);
                }
                private static void move(double[][] rows, int to, int from) { rows[to] = rows[from]; }
                private static void move(DMatrixRMaj[] m) { if (m.length > 1) m[0] = m[1]; }
                """).agreesAt(X, M);
    }

    @Test
    void arraysOfMatrices() {
        f("""
                @Differentiable static double f(DMatrixRMaj[] m, int n) {
                    DMatrixRMaj[] powers = new DMatrixRMaj[n + 1]; powers[0] = m[0];
                    for (int i = 1; i <= n; i++) { powers[i] = CommonOps_DDRM.mult(powers[i - 1], m[i % 2], null); CommonOps_DDRM.scale(0.5, powers[i]); }
                    double s = 0; for (DMatrixRMaj p : powers) s += CommonOps_DDRM.elementSum(p) * p.get(0, 1); return s;
                }""").agreesAt(M, 3).agreesAt(M, 0);
    }

    @Test
    void aMatrixThatIsInAnArrayTwice() {
        f("""
                @Differentiable static double f(DMatrixRMaj a) {
                    DMatrixRMaj[] both = {a, a.copy(), a}; both[1].set(0, 0, 3 * both[2].get(0, 1)); DMatrixRMaj[] alias = both.clone();
                    CommonOps_DDRM.scale(2.0, alias[1]); both[0] = alias[1]; DMatrixRMaj c = CommonOps_DDRM.mult(both[0], both[2], null); return c.get(0, 0) * c.get(1, 1);
                }""").agreesAt(M[0]);
    }

    @Test
    void parametersInNestedArrays() {
        Probe.of("""
                final class F {
                    @Parameter final DMatrixRMaj[] w = {new DMatrixRMaj(2, 2, true, 1, 2, 3, 4), new DMatrixRMaj(1, 2, true, .1, .2)};
                    @Parameter final double[][][] t = {{{0.5, 0.1}, {0.3}}, {{0.9}}}; static F sample() { return new F(); }
                    @Differentiable double f(double x) { double s = 0; for (double[][] a : t) for (double[] b : a) for (double c : b) s += c * c * x; return s * w[0].get(1, 0) * w[1].get(1) + w[0].get(0); }
                }""").agreesAt(1.7);
    }

    @Test
    void scratchMemoryInNestedArrays() {
        Probe.of("""
                final class F {
                    final double[][][] work = new double[2][3][4]; final DMatrixRMaj[] m = {new DMatrixRMaj(2, 2)}; static F sample() { return new F(); }
                    @Differentiable double f(double[] x) { for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) { work[i][j][i + j] = x[j] * x[i]; m[0].set(i, 0, work[i][j][i + j] * x[2]); } return work[1][2][3] * m[0].get(1, 0) + work[0][0][0]; }
                }""").agreesAt((Object) new double[] {0.4, -0.7, 1.2});
    }

    @Test
    void tablesOfWhatCarriesNoDerivative() {
        f("""
                @Differentiable static double f(double[] x, int[][] edges) {
                    boolean[] seen = new boolean[x.length]; long[] count = new long[2]; int[][] next = new int[2][3]; boolean[][] b = {{true}, {false, true}}; double s = 0;
                    for (int[] edge : edges) { if (!seen[edge[0]]) { s += x[edge[0]] * x[edge[1]]; seen[edge[0]] = true; } count[edge[1] % 2]++; next[1][2] += edge[1]; }
                    long[] again = count.clone(); boolean[] old = seen.clone(); seen[0] = false; again[0] = 7;
                    for (int i = 0; i < x.length; i++) if (old[i]) s *= x[i] * count[0] * count[1] + next[1][2];
                    return b[1][1] ? s : -s;
                }""").agreesAt(new double[] {0.4, -0.7, 1.2}, new int[][] {{0, 1}, {2, 0}, {0, 2}, {1, 1}});
    }
}
