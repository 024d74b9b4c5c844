package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partial derivative that is a function which the source computes too is not computed again. */
class ComputedValuesTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static Compiled compiled(String body) {
        return Compiled.of("final class F { @Differentiable static double f(double[] x) { " + body + " } }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double c = Math.cos(x[0]); return Math.sin(x[0]) * c;",
                "double a = x[0] * x[1]; double s = Math.sin(a); double c = Math.cos(a); return s * s * c + x[2];",
                "double a = x[0] * x[1]; double s = Math.sinh(a); return s * Math.cosh(a);"
            })
    void aCosineBesideASineIsNotComputedAgain(String body) {
        Compiled compiled = compiled(body);
        String source = compiled.source("FGradient");
        assertThat(source.substring(source.indexOf("void fReverse")).lines().filter(line -> !line.contains("//")))
                .noneMatch(line -> line.contains("Math."));
        Probe.of(compiled, "F", "f").agreesAt((Object) X);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the argument changes in between
                "double[] y = x.clone(); double c = Math.cos(y[0]); y[0] = y[1] * c; return Math.sin(y[0]) * c;",
                "double a = x[0]; double c = Math.cos(a); a = a * x[1]; double s = Math.sin(a); return s * c;",
                "double s = 0; double a = x[0]; for (double t : x) { double c = Math.cos(a); a = a * t; s += Math.sin(a) * c; } return s;",
                // another variable has it in another turn, or later than a turn that goes back at once
                "double s = 0; double a = x[0] * x[1]; for (double t : x) { s += Math.sin(a) * t; } double c = Math.cos(a); return s + c;",
                "double s = 0; double a = x[0] * x[1]; if (x[2] > 0) { s = Math.sin(a); } else { double c = Math.cos(a); s = c * x[3]; } return s;"
            })
    void aCosineOfSomethingElseIsAnother(String body) {
        Probe.of(compiled(body), "F", "f").agreesAt((Object) X);
        Probe.of(compiled(body), "F", "f").agreesAt((Object) new double[] {0.7, 0.8, -0.4, 1.9});
    }
}
