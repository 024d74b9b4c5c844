package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements of arrays that are written in place are read again where the order of loop indices says that they are written no more. */
class ElementOrderTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9, 0.4};
    private static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{5, 1, 0.5}, {1, 6, -0.7}, {0.5, -0.7, 7}});

    private static Compiled compiled(String members) {
        return Compiled.of("final class F { @Differentiable static " + members + " }");
    }

    /** The numbers that go to the tape in loops. */
    private static List<String> keptInLoops(Compiled compiled) {
        return TapeTrafficTest.trafficInLoops(compiled).stream()
                .filter(line -> line.matches(".*(\\bkept\\d*\\[|tape\\.push\\(|popDouble).*"))
                .toList();
    }

    private static void agrees(Compiled compiled, String members) {
        Probe probe = Probe.of(compiled, "F", "f");
        if (members.contains("DMatrixRMaj x")) {
            probe.agreesAt(A);
        } else {
            probe.agreesAt(X);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // recurrences, upwards and downwards, by one and by two
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) y[i + 1] = y[i] * x[i + 1] * y[i]; return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 3; i >= 0; i--) y[i] = y[i + 1] * y[i + 1] + x[i]; return y[0]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 2; i <= 4; i++) y[i] = y[i - 1] * y[i - 2]; return y[4]; }",
                "double f(double[] x) { double[] y = new double[5]; y[0] = x[0]; for (int i = 1; i < 5; i++) { int before = i - 1; y[i] = y[before] * y[before] * y[0] + x[i]; } return y[4]; }",
                // a triangular solve
                "double f(double[] x) { double[] y = new double[5]; for (int i = 0; i < 5; i++) { double rest = x[i]; for (int k = 0; k < i; k++) rest -= x[k] * y[k]; y[i] = rest / (2 + i); } return y[3] * y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 4; i >= 0; i--) { for (int k = i + 1; k < 5; k++) y[i] -= x[i] * y[k]; } return y[0] * y[1]; }",
                "double f(double[] x) { double[] y = new double[5]; for (int i = 0; i < 5; i++) { double rest = x[i]; for (int k = i - 1; k >= 0; k--) rest -= x[k] * y[k]; y[i] = rest; } return y[4]; }",
                // an element that is stored and read in the same turn
                "double f(double[] x) { double[] y = x.clone(); double s = 0; for (int i = 0; i < 5; i++) { y[i] = 2 * x[i]; s += y[i] * y[i]; } return s; }",
                // rows are different objects, with names and without
                "double f(double[] x) { double[][] u = new double[5][3]; for (int j = 0; j < 3; j++) u[0][j] = x[j]; for (int t = 0; t < 4; t++) for (int j = 0; j < 3; j++)"
                        + " u[t + 1][j] = u[t][j] * u[t][(j + 1) % 3] + x[t]; return u[4][0] * u[4][1]; }",
                "double f(double[] x) { double[][] u = new double[5][3]; for (int j = 0; j < 3; j++) u[0][j] = x[j]; for (int t = 1; t < 5; t++) { double[] now = u[t]; double[] before = u[t - 1];"
                        + " for (int j = 0; j < 3; j++) now[j] = before[j] * before[2 - j]; } return u[4][0] * u[4][1]; }",
                // a table of a dynamic program
                "double f(double[] x) { double[][] d = new double[4][4]; for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) {"
                        + " if (i == 0 || j == 0) d[i][j] = x[i + j > 4 ? 4 : i + j]; else d[i][j] = d[i - 1][j - 1] * d[i][j - 1] + d[i - 1][j] * x[j]; } return d[3][3]; }",
                // in a matrix, by the column
                "double f(DMatrixRMaj x) { DMatrixRMaj a = x.copy(); int n = 3; for (int i = 0; i < n; i++) for (int j = 1; j < n; j++)"
                        + " a.set(i, j, a.get(i, j - 1) * a.get(0, j - 1)); return a.get(2, 2); }",
            })
    void readsAgainWhatLoopsHaveLeftBehind(String members) {
        Compiled compiled = compiled(members);
        assertThat(keptInLoops(compiled)).isEmpty();
        agrees(compiled, members);
    }

    private static final String COPY = "double[][] a = new double[3][3];"
            + " for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) a[i][j] = x.get(i, j) + (i == j ? 5 : 0);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int j = 0; j < a.length; j++) { double square = a[j][j]; for (int k = 0; k < j; k++) square -= a[j][k] * a[j][k]; a[j][j] = Math.sqrt(square);"
                        + " for (int i = j + 1; i < a.length; i++) { double rest = a[i][j]; for (int k = 0; k < j; k++) rest -= a[i][k] * a[j][k]; a[i][j] = rest / a[j][j]; } }",
                // row by row
                "for (int i = 0; i < a.length; i++) { double[] row = a[i]; for (int j = 0; j < i; j++) { double rest = row[j]; for (int k = 0; k < j; k++) rest -= row[k] * a[j][k];"
                        + " row[j] = rest / a[j][j]; } double square = row[i]; for (int k = 0; k < i; k++) square -= row[k] * row[k]; row[i] = Math.sqrt(square); }",
                // into lower and upper factor, by Crout's order
                "int n = a.length; for (int j = 0; j < n; j++) { for (int i = 0; i <= j; i++) { double rest = a[i][j]; for (int k = 0; k < i; k++) rest -= a[i][k] * a[k][j]; a[i][j] = rest; }"
                        + " for (int i = j + 1; i < n; i++) { double rest = a[i][j]; for (int k = 0; k < j; k++) rest -= a[i][k] * a[k][j]; a[i][j] = rest / a[j][j]; } }",
            })
    void factorizesInPlaceWithoutTheTape(String body) {
        for (String members : List.of(
                "double f(DMatrixRMaj x) { " + COPY + body
                        + " return a[0][0] * a[1][0] + a[2][1] * a[2][2] + a[2][0]; }",
                "double f(DMatrixRMaj x) { " + COPY
                        + " factorize(a); return a[0][0] * a[1][0] + a[2][1] * a[2][2] + a[2][0]; }"
                        + " private static void factorize(double[][] a) { " + body + " }")) {
            Compiled compiled = compiled(members);
            assertThat(keptInLoops(compiled)).isEmpty();
            agrees(compiled, members);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the element that is read is the one that is stored
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 5; i++) y[i] = y[i] * y[i]; return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 5; i++) for (int k = 0; k <= i; k++) y[i] = y[k] * x[k]; return y[4]; }",
                // a store at a lower index, or at a higher one on the way down
                "double f(double[] x) { double[] y = x.clone(); for (int i = 1; i < 5; i++) y[i - 1] = y[i] * y[i - 1] * y[0]; return y[0]; }",
                "double f(double[] x) { double[] y = x.clone(); double s = 0; for (int i = 4; i > 0; i--) { s += y[i - 1] * y[i - 1]; y[i - 1] = x[i]; } return s + y[2]; }",
                "double f(double[] x) { double[] y = x.clone(); double s = 0; for (int i = 0; i < 4; i++) { s += y[i + 1] * y[i + 1]; y[i + 1] = x[i] * s; } return s; }",
                // a loop around both starts again
                "double f(double[] x) { double[] y = x.clone(); for (int t = 0; t < 3; t++) for (int i = 0; i < 4; i++) y[i + 1] = y[i] * x[i]; return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); int t = 0; while (t < 3) { for (int i = 0; i < 4; i++) y[i + 1] = y[i] * x[i]; t++; } return y[4]; }",
                // and something behind the loop
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) y[i + 1] = y[i] * y[i]; y[2] = 0; return y[4] + y[2]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) y[i + 1] = y[i] * y[i]; for (int i = 0; i < 4; i++) y[i] = x[i]; return y[4] + y[2]; }",
                // by another name
                "double f(double[] x) { double[] y = x.clone(); double[] z = y; for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * x[i]; z[i] = 3 * x[i]; } return y[4] + z[2]; }",
                "double f(double[] x) { double[] y = x.clone(); double[] z = x[0] > 0 ? y : new double[5]; for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * x[i]; z[i] = 3 * x[i]; } return y[4] + z[2]; }",
                // by a call
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * x[i]; change(y); } return y[4] + y[2]; }"
                        + " private static void change(double[] y) { y[1] = 2 * y[2]; }",
                "double f(double[] x) { double[] y = x.clone(); step(y, x); step(y, x); return y[4]; }"
                        + " private static void step(double[] y, double[] x) { for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * x[i]; } }",
                "double f(double[] x) { double[] y = x.clone(); step(y, x); return y[4] + y[2]; }"
                        + " private static void step(double[] y, double[] x) { inner(y, x); y[2] = x[0]; }"
                        + " private static void inner(double[] y, double[] x) { for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * x[i]; } }",
                "double f(double[] x) { double[] y = x.clone(); step(y, x, 2); return y[4] + y[2]; }"
                        + " private static void step(double[] y, double[] x, int times) { for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * x[i]; } if (times > 0) step(y, x, times - 1); }",
                // the index is not the loop's own, or not known
                "double f(double[] x) { double[] y = x.clone(); double s = 0; for (int i = 0; i < 4; i++) { s += y[i] * y[i]; int j = i; if (x[i] > 0) j = 0; y[j + 1] = s; } return s + y[2]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 1; i < 5; i++) { y[i] = y[i - 1] * y[i - 1]; if (i == 3 && y[0] > 0) { i -= 2; y[0] = -1; } } return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); int i = 0; while (i < 4) { y[i + 1] = y[i] * x[i]; i++; if (i == 3 && y[0] > 0) { i = 1; y[0] = -1; } } return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) { int m = i; for (int k = 0; k < m; k++) { y[i + 1] += y[k + 1] * y[k + 1]; m = 4; } } return y[4]; }",
                // the rows may be one row
                "double f(double[] x) { double[] row = x.clone(); double[][] y = {row, row, row}; for (int i = 0; i < 2; i++) for (int j = 0; j < 5; j++) y[i + 1][j] = y[i][j] * y[i][j]; return y[2][1]; }",
                "double f(double[] x) { double[][] y = new double[3][5]; y[1] = y[0]; for (int j = 0; j < 5; j++) y[0][j] = x[j]; for (int i = 0; i < 2; i++) for (int j = 0; j < 5; j++) y[i + 1][j] = y[i][j] * y[i][j]; return y[2][1]; }",
                "double f(double[] x) { double[][] y = new double[3][5]; y[0][0] = x[0]; for (int i = 0; i < 2; i++) { double[] row = y[i]; for (int j = 0; j < 4; j++) { row[j] = row[j + 1] * x[j] + row[j] * row[j]; } } return y[1][0] + y[0][0]; }",
                // entries that turn around
                "double f(DMatrixRMaj x) { DMatrixRMaj a = x.copy(); for (int i = 0; i < 3; i++) for (int j = 0; j < i; j++) a.set(j, i, a.get(i, j) * a.get(j, i)); for (int j = 0; j < 3; j++) a.set(2, j, a.get(j, 2) * a.get(2, j)); return a.get(2, 2) + a.get(2, 1); }",
            })
    void keepsWhatMayBeWrittenAgain(String members) {
        Compiled compiled = compiled(members);
        assertThat(keptInLoops(compiled)).isNotEmpty();
        agrees(compiled, members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no turns, one turn, and exits in the middle
                "double f(double[] x) { double[] y = x.clone(); for (int i = 4; i < 4; i++) y[i + 1] = y[i] * y[i]; return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) { if (y[i] > 5) break; y[i + 1] = y[i] * y[i] * x[2]; } return y[4] * y[3]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) { if (y[i] < 0) continue; y[i + 1] = y[i] * y[i] * x[2]; } return y[4] * y[3]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i++) { y[i + 1] = y[i] * y[i] * x[2]; if (y[i + 1] > 0.5) return y[i] * y[i + 1]; } return y[4]; }",
                "double f(double[] x) { double[] y = x.clone(); for (int i = 0; i < 4; i += 2) { y[i + 1] = y[i] * y[i]; y[i + 2] = y[i + 1] * y[i]; } return y[4] * y[3]; }",
                "double f(double[] x) { double[] y = x.clone(); outer: for (int i = 0; i < 4; i++) { for (int k = 0; k <= i; k++) { if (y[k] > 3) break outer; y[i + 1] += y[k] * y[k]; } } return y[4] * y[3]; }",
            })
    void leavesLoopsInEveryWay(String members) {
        agrees(compiled(members), members);
    }

    @Test
    void rowsOfACopyMayBeOneObject() {
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) {"
                        + " double[] row = new double[1]; double[][] b = {row, row, row, row}; double[][] a = b.clone(); double s = 0;"
                        + " for (int i = 0; i < 4; i++) { a[i][0] = Math.sin(x[i]); s += a[i][0] * a[i][0] * (i + 1); } return s; } }");
        Probe.of(compiled, "F", "f").agreesAt((Object) new double[] {0.5, -1.2, 2.3, 0.9});
    }
}
