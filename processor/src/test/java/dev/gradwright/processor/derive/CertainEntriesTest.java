package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are certain to exist are read in the matrix's array; all others as EJML reads them, with its exceptions. */
class CertainEntriesTest {

    private static final DMatrixRMaj A = new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}, {0.7, 0.8}});
    private static final DMatrixRMaj WIDE = new DMatrixRMaj(new double[][] {{0.2, -1.3, 0.5}, {1.4, 0.9, -0.2}});
    private static final DMatrixRMaj SMALL = new DMatrixRMaj(new double[][] {{0.2}});
    private static final String OUTSIDE = "out of bounds";

    private static Compiled compiled(String body) {
        return Compiled.of(
                "final class F { @Differentiable static double f(DMatrixRMaj a, DMatrixRMaj b) { double s = 0; " + body
                        + " return s; } }");
    }

    private static List<String> checkedAccesses(Compiled compiled) {
        return compiled.source("FGradient")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//") && !line.startsWith("*"))
                .filter(line -> line.matches(".*\\.(get|set|add)\\(.*"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) s += a.get(i, j) * a.get(i, j);",
                "int n = a.numRows, m = a.getNumCols(); for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s += Math.sin(a.get(i, j));",
                "for (int j = 1; j < a.numCols; j++) for (int i = 0; i < a.numRows; i++) s += a.get(i, j) * a.get(i, j);",
                "DMatrixRMaj c = new DMatrixRMaj(a.numRows, a.numCols); for (int i = 0; i < a.numRows; i++) for (int j = 0; j < c.numCols; j++) { c.set(i, j, a.get(i, j) * s); s += c.get(i, j) + a.get(i, j); }",
                "int n = a.numCols; DMatrixRMaj c = new DMatrixRMaj(n, n); for (int i = 0; i < n; i++) { for (int j = 0; j <= i; j++) { c.add(i, j, Math.exp(s)); s += c.get(i, j) * b.unsafe_get(0, 0); } for (int j = 0; j < i; j++) s += c.get(j, i) + c.get(i, j); }",
                "DMatrixRMaj c = CommonOps_DDRM.multTransA(a, a, null); for (int i = 0; i < c.numRows; i++) for (int j = 0; j < c.numCols && s < 9; j++) s += Math.sin(c.get(i, j));",
                "for (int k = 0; k < 3; k++) { DMatrixRMaj c = new DMatrixRMaj(k + 1, 2); for (int i = 0; i < c.numRows; i++) for (int j = 0; j < c.numCols; j++) { c.set(i, j, s + b.unsafe_get(0, 0)); s += c.get(i, j) * c.get(i, j); } }",
            })
    void areReadInTheArray(String body) {
        Compiled compiled = compiled(body);
        assertThat(checkedAccesses(compiled)).isEmpty();
        Probe.of(compiled, "F", "f").agreesAt(A, WIDE).agreesAt(WIDE, SMALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < b.numRows; i++) for (int j = 0; j < b.numCols; j++) s += a.get(i, j);",
                "for (int i = 0; i <= a.numRows; i++) for (int j = 0; j < a.numCols; j++) s += a.get(i, j);",
                "for (int i = -1; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) s += a.get(i, j);",
                "for (int i = 0; i < a.numCols; i++) for (int j = 0; j < a.numRows; j++) s += a.get(i, j);",
                "for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) s += a.get(i, j + 1);",
                "DMatrixRMaj c = a; for (int k = 0; k < 2; k++) { for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) s += c.get(i, j) * a.get(i, j); c = b; }",
                "DMatrixRMaj c = a.copy(); int n = c.numRows; CommonOps_DDRM.transpose(a, c); for (int i = 0; i < n; i++) for (int j = 0; j < a.numCols; j++) s += c.get(i, j);",
                "DMatrixRMaj c = new DMatrixRMaj(a.numRows, a.numCols); for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) { s += c.get(i, j); CommonOps_DDRM.transpose(a, c); }",
                "DMatrixRMaj c = a.copy(); for (int i = 0; i < c.numRows; i++) { CommonOps_DDRM.transpose(a, c); for (int j = 0; j < c.numCols; j++) s += c.get(2 - i, j); }",
                "int n = 5; DMatrixRMaj c = new DMatrixRMaj(n, n); n = 6; for (int i = 0; i < n; i++) for (int j = 0; j < 5; j++) s += c.get(i, j) + a.get(0, 0);",
                "for (int i = 0; i < a.numRows; i += 1 << 30) for (int j = 0; j < a.numCols; j++) s += a.get(i + 3, j);",
            })
    void throwWhatEjmlThrowsWhereTheyAreNotCertain(String body) {
        Compiled compiled = compiled(body);
        assertThat(checkedAccesses(compiled)).isNotEmpty();
        Probe.of(compiled, "F", "f").throwsAt(OUTSIDE, A, WIDE);
    }

    @Test
    void ofModelsAreReadInTheArray() {
        Compiled compiled = Compiled.of("""
                final class F {
                    @Parameter final DMatrixRMaj weight = new DMatrixRMaj(new double[][] {{0.2, -1.3, 0.5}, {1.4, 0.9, -0.2}});
                    static F sample() { return new F(); }
                    @Differentiable double f(double x) {
                        double s = 0;
                        for (int i = 0; i < weight.numRows; i++) for (int j = 0; j < weight.numCols; j++) s += Math.tanh(x * weight.get(i, j));
                        return s;
                    }
                }""");
        assertThat(checkedAccesses(compiled)).noneMatch(line -> line.contains("weight.get("));
        Probe.of(compiled, "F", "f").agreesAt(0.7);
    }

    @Test
    void throwWhereAnotherMatrixIsGivenForTwoArguments() {
        Compiled compiled = compiled(
                "DMatrixRMaj c = CommonOps_DDRM.transpose(a, b); for (int i = 0; i < a.numRows; i++) for (int j = 0; j < a.numCols; j++) s += b.get(i, j);");
        Probe.of(compiled, "F", "f").throwsAt(OUTSIDE, A, new DMatrixRMaj(1, 1));
    }
}
