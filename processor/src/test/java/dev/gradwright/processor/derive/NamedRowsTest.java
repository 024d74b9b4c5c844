package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Rows that innermost loops of the reverse sweep write into have names where they have been found before. */
class NamedRowsTest {

    private static final double[] X = {0.5, -1.2, 2.3};

    private static String reverse(String body) {
        Compiled compiled = Compiled.of(
                "final class F { @Differentiable static double f(double[] x) { double[][] a = new double[3][3];"
                        + " for (int i = 0; i < 3; i++) { a[i][i] = x[i]; a[i][0] += 1; } double s = 1; " + body
                        + " } }");
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
        String source = compiled.source("FGradient");
        return source.substring(source.indexOf("void fReverse("));
    }

    @Test
    void aRowThatIsFoundBeforeTheLoopHasAName() {
        assertThat(
                        reverse(
                                "for (int i = 0; i < 3; i++) { for (int k = 0; k < 3; k++) { s += a[i][k] * x[k]; } s *= a[i][i]; } return s;"))
                .contains("double[] aBarI = aBar[i];", "aBarI[k] += ");
        assertThat(
                        reverse(
                                "for (int k = 0; k < 3; k++) { if (x[k] > 0) { s += a[1][k] * x[k]; } } s *= a[1][1]; return s;"))
                .contains("double[] aBarRow = aBar[1];", "aBarRow[k] += ");
        assertThat(
                        reverse(
                                "for (int i = 0; i < 2; i++) { for (int k = 0; k < 3; k++) { s += a[i + 1][k] * x[k]; } s *= a[i + 1][i]; } return s;"))
                .contains("double[] aBarRow = aBar[i + 1];");
    }

    @Test
    void aRowThatMayNotBeThereIsFoundInTheLoop() {
        // the loop does not turn where there is no row
        assertThat(
                        reverse(
                                "for (int i = 0; i < 5; i++) { for (int k = i < 3 ? 0 : 3; k < 3; k++) { s += a[i][k] * x[k]; } } return s;"))
                .contains("aBar[i][k] += ");
        // the row is found under a condition
        assertThat(reverse(
                        "for (int i = 0; i < 5; i++) { for (int k = i < 3 ? 0 : 3; k < 3; k++) { s += a[i][k] * x[k]; }"
                                + " if (i < 3) { s *= a[i][i]; } s += i < 3 ? a[i][2] : 0; } return s;"))
                .contains("aBar[i][k] += ");
    }

    @Test
    void aRowThatChangesInTheLoopIsFoundInIt() {
        assertThat(reverse("for (int k = 0; k < 3; k++) { s += a[k][2 - k] * x[k]; } return s;"))
                .contains("aBar[k][2 - k] += ");
        assertThat(
                        reverse(
                                "int m = 0; for (int k = 0; k < 3; k++) { s += a[m][k] * x[k]; m = (m + k) % 3; } s *= a[m][1]; return s;"))
                .contains("[k] += ")
                .doesNotContain("aBarM");
    }
}
