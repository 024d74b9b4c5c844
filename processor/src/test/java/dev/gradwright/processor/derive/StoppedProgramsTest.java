package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Programs that say where no derivative flows: stopGradient, constants, and what the derivative is taken with respect to. */
class StoppedProgramsTest {

    private static final double[] X = {0.3, -0.6, 0.7};

    private static Probe f(String body) {
        return Probe.of("final class F {\n" + body + "\n}");
    }

    private static boolean has(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(declared -> declared.getName().equals(method));
    }

    @Test
    void stoppedNumbers() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of("""
                public final class F {
                    @Differentiable public static double f(double x) { return Derivatives.stopGradient(x * x) * x; }
                }""");
        Class<?> type = compiled.type("FGradient");
        Object gradient = type.getMethod("create").invoke(null);
        type.getMethod("fValueAndGradient", double.class).invoke(gradient, 3.0);
        assertThat(type.getMethod("fX").invoke(gradient)).isEqualTo(9.0);
        Probe.of(compiled, "F", "f").agreesAt(3.0);
        GradientCheck check = (GradientCheck)
                compiled.type("FGradientChecker").getMethod("f", double.class).invoke(null, 3.0);
        check.orThrow();
    }

    @Test
    void stoppedNumbersInLoopsBranchesAndHelpers() {
        f("""
                @Differentiable static double f(double[] x) {
                    double sum = 1;
                    for (int i = 0; i < x.length; i++) {
                        double scale = Derivatives.stopGradient(sum) + 0.5;
                        sum += Math.sin(x[i] * scale);
                        if (Derivatives.stopGradient(x[i]) > 0) sum *= helper(x[i]);
                        @Constant double weight = i + Derivatives.stopGradient(Math.exp(sum));
                        sum = sum + weight * x[i];
                    }
                    return sum;
                }
                private static double helper(double x) { return x + 2 * Derivatives.stopGradient(x * x); }
                """).agreesAt((Object) X);
    }

    @Test
    void stoppedArraysAreCopies() {
        f("""
                @Differentiable static double f(double[] x, double[][] y, DMatrixRMaj m, int n) {
                    double[] a = Derivatives.stopGradient(x);
                    double[][] b = Derivatives.stopGradient(y);
                    DMatrixRMaj c = Derivatives.stopGradient(m);
                    double[] either = n > 0 ? x : Derivatives.stopGradient(x);
                    double[] changed = Derivatives.stopGradient(x);
                    changed[1] = x[0] * x[0];
                    x[0] = x[0] * 2;
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i] * a[i] + y[0][i] * b[0][i] * changed[i] + either[i] * m.get(0, i) * c.get(0, i);
                    }
                    return sum * changed[1];
                }""")
                .agreesAt(X, new double[][] {{1, 2, 3}}, new DMatrixRMaj(new double[][] {{0.1, 0.2, 0.3}}), 1)
                .agreesAt(X, new double[][] {{1, 2, 3}}, new DMatrixRMaj(new double[][] {{0.1, 0.2, 0.3}}), 0);
    }

    @Test
    void derivativesWithRespectToNamedArguments() {
        Compiled compiled = Compiled.of("""
                final class F {
                    @Differentiable(wrt = {"x", "rates"}) static double f(double x, double y, double[] rates, double[] data) {
                        return x * y * rates[0] * data[0] * G.g(y, x);
                    }
                }""", """
                final class G {
                    @Differentiable(wrt = "b") static double g(double a, double b) { return Math.sin(a * b); }
                }""");
        Probe.of(compiled, "F", "f").agreesAt(0.7, 0.4, new double[] {1.5}, new double[] {-2});
        assertThat(has(compiled.type("FGradient"), "fX")).isTrue();
        assertThat(has(compiled.type("FGradient"), "fRates")).isTrue();
        assertThat(has(compiled.type("FGradient"), "fY")).isFalse();
        assertThat(has(compiled.type("FGradient"), "fData")).isFalse();
    }

    @Test
    void parametersThatAreLeftOut() {
        Compiled compiled = Compiled.of("""
                @Differentiable(wrt = {"w", "x"}) final class F {
                    @Parameter final double[] w = {0.5, 2};
                    @Parameter final double[] frozen = {3};
                    static F sample() { return new F(); }
                    double forward(double x, double y) { return w[0] * x * frozen[0] * y + w[1]; }
                }""");
        Probe.of(compiled, "F", "forward").agreesAt(0.7, 0.4);
        assertThat(compiled.source("FGradient"))
                .contains("public final double[] w;")
                .doesNotContain("double[] frozen");
    }
}
