package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What can be computed again, inverted or read where it lies does not go on the tape. */
class TapeTrafficTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    /** The lines inside loops of the generated gradient that put something on the tape or take it off. */
    static List<String> trafficInLoops(Compiled compiled) {
        List<String> found = new ArrayList<>();
        Deque<Boolean> isInLoop = new ArrayDeque<>(List.of(false));
        for (String line :
                compiled.source("FGradient").lines().map(String::strip).toList()) {
            if (line.startsWith("}")) {
                isInLoop.pop();
            }
            if (isInLoop.peek() && line.matches(".*(tape\\.push|tape\\.pop|\\w*[tT]op\\+\\+]|--\\w*[tT]op).*")) {
                found.add(line);
            }
            if (line.endsWith("{") && !line.startsWith("*")) {
                isInLoop.push(isInLoop.peek() || line.startsWith("for (") || line.startsWith("while ("));
            }
        }
        return found;
    }

    private static Compiled withoutTraffic(String method) {
        Compiled compiled = Compiled.of("final class F { @Differentiable static " + method + " }");
        assertThat(trafficInLoops(compiled)).isEmpty();
        return compiled;
    }

    private static void agrees(Compiled compiled, Object... arguments) {
        Probe.of(compiled, "F", "f").agreesAt(arguments);
    }

    @Test
    void sumOfSquares() {
        agrees(withoutTraffic("double f(double[] x) { double s = 0; for (double v : x) s += v * v; return s; }"), X);
    }

    @Test
    void dotProduct() {
        agrees(
                withoutTraffic(
                        "double f(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * y[i]; return s; }"),
                X,
                new double[] {1, 2, 3, 4});
    }

    @Test
    void aHelperReadsWhatItsCallersFinishedBefore() {
        agrees(
                Compiled.of(
                        "final class F { @Differentiable static double f(double[] x) { return sum(squares(x)); }"
                                + " private static double[] squares(double[] x) { double[] y = new double[x.length];"
                                + " for (int i = 0; i < x.length; i++) { y[i] = x[i] * x[i]; } return y; }"
                                + " private static double sum(double[] y) { double s = 0; for (double v : y) { s += v * v * v; } return s; } }"),
                X);
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) {"
                        + " double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) { y[i] = 2 * x[i]; }"
                        + " double s = 0; for (int t = 0; t < 3; t++) { s += cubes(y) * (t + 1); } return s; }"
                        + " private static double cubes(double[] y) { double s = 0; for (double v : y) { s += v * v * v; } return s; } }");
        assertThat(trafficInLoops(compiled)).noneMatch(line -> line.contains("kept["));
        agrees(compiled, X);
    }

    @Test
    void aHelperKeepsWhatACallerChangesAfterwards() {
        for (String change : List.of("y[1] = s * x[2];", "change(y, s);")) {
            Compiled compiled = Compiled.of(
                    "final class F { @Differentiable static double f(double[] x) {"
                            + " double[] y = x.clone(); double s = 0; for (int t = 0; t < 3; t++) { s += cubes(y); "
                            + change
                            + " } return s; } private static void change(double[] y, double s) { y[0] = s; }"
                            + " private static double cubes(double[] y) { return outer(y); }"
                            + " private static double outer(double[] y) { double s = 0; for (double v : y) { s += v * v * v; } return 0.01 * s; } }");
            agrees(compiled, X);
            assertThat(compiled.source("FGradient")).contains("double v = kept[--top];");
        }
    }

    @Test
    void aRowIsFoundAgainWhereOnlyNumbersOfAnotherArgumentAreWritten() {
        agrees(
                withoutTraffic(
                        "double f(double[][] x, double[] scratch) { double s = 0; for (int i = 0; i < x.length; i++)"
                                + " { for (int j = 0; j < 2; j++) { scratch[j] = 3 * x[i][j]; s += scratch[j]; } } return s; }"),
                new double[][] {{1, 2}, {3, 4}},
                new double[2]);
    }

    @Test
    void anActivationReadsItsResultWhereItIsStored() {
        agrees(
                withoutTraffic(
                        "double[] f(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]); return y; }"),
                X);
        agrees(
                withoutTraffic(
                        "double[] f(double[] x) { double[] y = new double[x.length]; for (int i = x.length - 1; i >= 0; i--) { double e = Math.exp(x[i]); y[i] = e; } return y; }"),
                X);
        agrees(withoutTraffic("""
                        DMatrixRMaj f(DMatrixRMaj x) {
                            DMatrixRMaj y = new DMatrixRMaj(x.numRows, x.numCols);
                            for (int i = 0; i < x.numRows; i++) for (int j = 0; j < x.numCols; j++) y.set(i, j, Math.sqrt(x.get(i, j)));
                            return y;
                        }"""), new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
    }

    @Test
    void rectifiers() {
        agrees(
                withoutTraffic(
                        "double[] f(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) if (x[i] > 0) y[i] = x[i]; else y[i] = 0.01 * x[i]; return y; }"),
                X);
    }

    @Test
    void matrixVectorProductByLoops() {
        agrees(withoutTraffic("""
                        double[] f(double[][] a, double[] x) {
                            double[] y = new double[a.length];
                            for (int i = 0; i < a.length; i++) { double s = 0; for (int j = 0; j < x.length; j++) s += a[i][j] * x[j]; y[i] = s; }
                            return y;
                        }"""), new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {7, 8});
        agrees(withoutTraffic("""
                        double[] f(DMatrixRMaj a, double[] x) {
                            double[] y = new double[a.numRows];
                            for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) y[i] += a.get(i, j) * x[j];
                            return y;
                        }"""), new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}}), new double[] {7, 8});
    }

    @Test
    void integersThatLoopsCount() {
        agrees(
                withoutTraffic(
                        "double f(double[] x, int n) { double s = 0; int k = 1; for (int i = n; i > 0; i--) s += x[k++] * x[i]; return s * k; }"),
                X,
                3);
        agrees(
                withoutTraffic(
                        "double f(double[] x) { double s = 0; int k = x.length - 1; while (k > 0) { s += x[k] * x[k - 1]; k -= 2; s += k * x[0]; } return s; }"),
                X);
        agrees(
                withoutTraffic(
                        "double f(double[] x) { double s = 0; long k = 3; for (int i = 0; i < 4; i++) { s += x[(int) k] * k; k += -1L; } return s; }"),
                X);
    }

    @Test
    void quotientsStoredOverTheirNumerators() {
        for (String method : List.of(
                "DMatrixRMaj f(DMatrixRMaj a) { DMatrixRMaj p = new DMatrixRMaj(a.numRows, a.numCols); for (int i = 0; i < a.numRows; i++) { double sum = 0;"
                        + " for (int j = 0; j < a.numCols; j++) { p.set(i, j, a.get(i, j) * a.get(i, j)); sum += p.get(i, j); }"
                        + " for (int j = 0; j < a.numCols; j++) p.set(i, j, p.get(i, j) / sum); } return p; }",
                "double[] f(DMatrixRMaj a) { double[] p = new double[a.numRows]; for (int i = 0; i < a.numRows; i++) { double sum = 1;"
                        + " for (int j = 0; j < a.numCols; j++) { p[i] += a.get(i, j); sum += a.get(i, j) * a.get(i, j); } p[i] = p[i] / sum; } return p; }")) {
            Compiled compiled = Compiled.of("final class F { @Differentiable static " + method + " }");
            assertThat(trafficInLoops(compiled)).isNotEmpty().allMatch(line -> line.contains("sumKept"));
            agrees(compiled, new DMatrixRMaj(new double[][] {{1, 2}, {3, -4}, {5, 6}}));
        }
    }

    @Test
    void whatIsWrittenAgainElsewhereIsKept() {
        String[] methods = {
            // the place is written by every turn
            "double f(double[] x) { double[] y = new double[1]; double s = 0; for (int i = 0; i < x.length; i++) { y[0] = Math.tanh(x[i]); s += y[0]; } return s; }",
            // by other turns of the inner loop
            "double f(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) y[i] = Math.tanh(x[j] + y[i]); return y[0] * y[3]; }",
            // and by another statement
            "double f(double[] x) { double[] y = new double[x.length]; for (int i = 0; i < 4; i++) y[i] = Math.tanh(x[i]); for (int i = 0; i < 4; i++) y[i] *= y[i]; return y[1]; }",
            // in the next turn of a loop around both
            "double f(double[] x) { double[] y = new double[x.length]; double s = 0; for (int i = 0; i < 4; i++) { for (int j = 0; j < 4; j++) y[j] = x[j] + i; for (int j = 0; j < 4; j++) { y[j] = y[j] / (2 + x[i]); s += y[j] * y[j]; } } return s; }",
            // in a place that turns around
            "double f(double[] x) { DMatrixRMaj y = new DMatrixRMaj(4, 4); double s = 0; for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) { y.set(j, i, x[j]); y.set(i, j, y.get(i, j) / (2 + x[i])); s += y.get(i, j) * y.get(j, i); } return s; }",
            // the rows may be one row
            "double f(double[] x) { double[] row = new double[1]; double[][] y = {row, row, row, row}; double s = 0; for (int i = 0; i < 4; i++) { double t = Math.tanh(x[i]); y[i][0] = t; s += t * i; } return s + row[0]; }",
            // an integer that not every turn counts
            "double f(double[] x) { double s = 0; int k = 0; for (int i = 0; i < 4; i++) { s += x[k] * s + x[i]; if (x[i] > 0) k++; } return s; }",
            "double f(double[] x) { double s = 0; int k = 0; for (int i = 0; i < 4; i++) { k += 1; s += x[k] * x[i]; k = k / 2; } return s; }",
        };
        for (String method : methods) {
            Compiled compiled = Compiled.of("final class F { @Differentiable static " + method + " }");
            assertThat(trafficInLoops(compiled)).as(method).isNotEmpty();
            agrees(compiled, X);
        }
    }

    @Test
    void loopsKeepTheCountOfNumbersToThemselves() {
        String body =
                "double s = 0; double v = x[0]; for (int i = 1; i < x.length; i++) { v = v * v * x[i] + 0.1; s += v; }"
                        + " for (int i = x.length - 1; i >= 1; i -= 1) { for (int j = 0; j <= i; j++) { v = v * Math.sin(x[j]); if (v > 0.1) { v = v * v; } }"
                        + " v = v * v + i; } long k = 3; while (k > 0) { v = Math.tanh(v * v); k--; } return s + v;";
        Compiled compiled =
                Compiled.of("final class F { @Differentiable static double f(double[] x) { " + body + " } }");
        assertThat(compiled.source("FGradient"))
                .contains("kept = tape.room(top, 1, x.length - 1);", "tape.top(top);")
                .doesNotContain("popDouble");
        agrees(compiled, X);
        agrees(compiled, new double[] {0.3});
    }

    @Test
    void roomIsMadeForLongLoops() {
        Compiled compiled = Compiled.of("final class F { @Differentiable static double f(double x, int n) {"
                + " double v = x; for (int i = 0; i < n; i++) { v = v - 0.001 * v * v * v; } return v; } }");
        for (int turns : new int[] {0, 1, 5, 64, 65, 1000, -3, 20_000}) {
            agrees(compiled, 0.7, turns);
        }
    }

    @Test
    void aNumberThatSeveralLinesReadIsKeptOnce() {
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) { double[] y = x.clone(); double s = 0;"
                        + " for (int t = 0; t < 3; t++) { for (int i = 0; i < y.length; i++) { double a = cube(y[i] * x[0]); double b = y[i] * x[1];"
                        + " s += a * b * y[i]; y[i] = b; } } return s; } private static double cube(double v) { return v * v * v; } }");
        // by the record and its reverse, and by the sweep that gives value and gradient at once
        assertThat(trafficInLoops(compiled))
                .filteredOn(line -> line.contains("yKept"))
                .hasSize(4);
        agrees(compiled, X);
    }

    @Test
    void aNumberThatMayHaveChangedIsKeptAgain() {
        for (String change :
                List.of("y[i] = 0.5 * y[i];", "y[(i + 1) % 4] = y[i];", "z[i] = 2;", "change(z, i);", "i2++;")) {
            agrees(
                    Compiled.of(
                            "final class F { @Differentiable static double f(double[] x) { double[] y = x.clone(); double[] z = y; double s = 0;"
                                    + " for (int t = 0; t < 3; t++) { int i2 = 0; for (int i = 0; i < y.length; i++) { double a = y[i] * x[0] * y[i2]; "
                                    + change
                                    + " double b = y[i] * x[1] * y[i2 % 4]; s += a * b * y[i]; y[i] = b; } } return s; }"
                                    + " private static void change(double[] y, int i) { y[i] = y[i] * y[i]; } }"),
                    X);
        }
    }

    @Test
    void loopsKeepTheCountOfIntsToThemselves() {
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) { double s = 0; double v = x[0]; int k = 0;"
                        + " for (int i = 0; i < x.length; i++) { int first = k; v = v * x[first] + 0.1; for (int j = i + 1; j < x.length; j++) { v = v * x[k]; k = (k + 1) % 4; }"
                        + " s += v; } return s; } }");
        assertThat(compiled.source("FGradient"))
                .contains("keptInts[intTop++] = ", "tape.intTop(intTop);")
                .doesNotContain("popInt");
        agrees(compiled, X);
    }

    /** A loop over an array that is filled anew for each turn of a loop around it, so that its elements are kept. */
    private static Compiled refilled(String loop) {
        return Compiled.of(
                "final class F { @Differentiable static double f(double[] x, int[] k) { double[] y = new double[x.length]; double[] z = y; double s = 0;"
                        + " for (int t = 0; t < 3; t++) { for (int i = 0; i < y.length; i++) { y[i] = x[i] * (t + x[0]); } "
                        + loop + " } return s + z[0]; } }");
    }

    @Test
    void elementsThatALoopOnlyReadsAreKeptTogether() {
        for (String loop : List.of(
                "for (double v : y) { s += v * v * v; }",
                "for (int i = 0; i < y.length; i++) { s += Math.sin(y[i]); }")) {
            Compiled compiled = refilled(loop);
            assertThat(compiled.source("FGradient"))
                    .contains("System.arraycopy(y, 0, kept, top, y.length);", "top += y.length;");
            agrees(compiled, X, new int[] {1, 2});
            agrees(compiled, new double[] {0.3}, new int[] {1, 2});
        }
    }

    @Test
    void elementsAreKeptOneByOneWhereThatIsNotAllThatALoopDoes() {
        for (String loop : List.of(
                "for (int i = 0; i < y.length; i++) { double v = y[i]; s += v * v * v; y[i] = s; }",
                "for (int i = 0; i < y.length; i++) { double v = y[i]; z[(i + 1) % z.length] += v * v; s += v; }",
                "for (int i = y.length - 1; i >= 0; i--) { double v = y[i]; s += v * v * v; }",
                "for (int i = 1; i < y.length; i++) { double v = y[i]; s += v * v * v; }",
                "for (int i = 0; i < y.length; i += 2) { double v = y[i]; s += v * v * v; }",
                "for (int i = 0; i < k[0]; i++) { double v = y[i]; s += v * v * v; }",
                "for (int i = 0; i < y.length; i++) { double v = y[y.length - 1 - i]; s += v * v * v; }",
                "for (int i = 0; i < k.length; i++) { double v = k[i]; double w = y[i] * v; s += w * w * s; }",
                "for (int i = 0; i < y.length; i++) { double v = y[i]; if (v > 0) { v = v * v; } s += v * v * v; }",
                "for (double v : y) { if (v > 0.5) { s += v * v * v; } }",
                "for (double v : y) { s += v * v * s; }",
                "for (double v : y) { if (v > 0.9) { break; } s += v * v * v; }",
                "double[] a = y; for (int i = 0; i < x.length; i++) { double v = a[i]; s += v * v * v; a = i % 2 == 0 ? x : y; }")) {
            agrees(refilled(loop), X, new int[] {2, 1});
            agrees(refilled(loop), X, new int[] {0, 3});
        }
    }
}
