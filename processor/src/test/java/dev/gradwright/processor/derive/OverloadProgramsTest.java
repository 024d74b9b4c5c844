package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.processor.testing.Checks;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Differentiable methods of one name: Java tells apart what takes their arguments, types in the name tell apart the rest. */
class OverloadProgramsTest {

    private static final double[] X = {0.6, -1.4};

    private static final String NORMS = """
            final class Norms {
                record Point(double x, double y, int k) {}
                @Differentiable static double norm(double[] x) { double s = 0; for (double v : x) s += v * v; return Math.sqrt(s); }
                @Differentiable static double norm(double x, double y) { return norm(new double[] {x, y}); }
                @Differentiable static double norm(double x) { return norm(x, x) + norm(1); }
                @Differentiable static double norm(Point p) { return norm(p.x(), p.y(), 3.0) * p.k(); }
                @Differentiable static double[] norm() { return new double[] {1}; }
                static double norm(int k) { return k; }
                private static double norm(double a, double b, double c) { return a * b * c; }
            }""";

    @Test
    void eachHasAGradientOfItsOwn() {
        Compiled compiled = Compiled.of(Probe.secondOrder(NORMS));
        Checks.pass(compiled, "Norms", "normOfDoubleArray", (Object) X);
        Checks.pass(compiled, "Norms", "normOfDoubleAndDouble", 0.3, 0.8);
        Checks.pass(compiled, "Norms", "normOfDouble", -0.8);
        Checks.pass(compiled, "Norms", "normOfPoint", 0.3, 0.8, 2);
        Generated gradient = Generated.create(compiled, "NormsGradient");
        assertThat(gradient.call("normValueAndGradient", 3.0, 4.0)).isEqualTo(5.0);
        assertThat((double) gradient.call("normOfDoubleAndDoubleX")).isEqualTo(3 / 5.0, within(1e-15));
        assertThat((double) gradient.call("normOfDoubleAndDoubleY")).isEqualTo(4 / 5.0, within(1e-15));
    }

    @Test
    void callersInOtherClassesMeanTheOverloadThatJavaMeans() {
        Probe.of(Compiled.of(Probe.secondOrder(NORMS, """
                final class F {
                    @Parameter final double[] w = {1.3, 0.7}; static F sample() { return new F(); }
                    @Differentiable double f(double[] x, int n) { return Norms.norm(x) * Norms.norm(x[0]) + Norms.norm(n, w[0]) + Norms.norm(n) * w[1] + Norms.norm(new Norms.Point(w[1], x[0], n)); }
                }""")), "F", "f").agreesAt(X, 3);
    }

    private static final String[] MAPS = {
        "@Differentiable interface Map { double[] forward(double[] x); DMatrixRMaj forward(DMatrixRMaj x); }",
        "@Differentiable interface Single { double[] forward(double[] x); }",
        """
        @Differentiable final class Scale implements Map {
            @Parameter final double[] w = {1.5};
            public double[] forward(double[] x) { if (x.length > 5) return x; double[] y = x.clone(); for (int i = 0; i < y.length; i++) y[i] *= w[0] * x[i]; return y; }
            public DMatrixRMaj forward(DMatrixRMaj x) { DMatrixRMaj y = x.copy(); for (int i = 0; i < y.numRows; i++) y.set(i, 0, y.get(i, 0) * w[0]); return y; }
            double forward(double x) { return x * w[0]; }
        }""",
        """
        @Differentiable final class Shift implements Single {
            @Parameter final double[] w = {0.4}; static Shift sample() { return new Shift(); }
            public double[] forward(double[] x) { double[] y = x.clone(); for (int i = 0; i < y.length; i++) y[i] += w[0] * y[i] * y[i]; return y; }
            double forward(double x) { return x - w[0]; }
        }""",
    };

    @Test
    void implementationsHaveTheNamesOfTheirInterfaces() {
        Probe.of(Compiled.of(Probe.secondOrder(MAPS[0], MAPS[1], MAPS[2], MAPS[3], """
                final class F {
                    final Map map = new Scale(); final Single single = new Shift(); final Scale scale = new Scale(); static F sample() { return new F(); }
                    @Differentiable double f(double[] x, DMatrixRMaj m) { return single.forward(map.forward(x))[0] * map.forward(m).get(0, 0) + scale.forward(x[1]); }
                }""")), "F", "f")
                .agreesAt(X, new DMatrixRMaj(2, 2, true, 1, 2, 3, 4));
    }

    @Test
    void anOverloadAddedToTheInterfacesMethodIsNamedByItsTypes() {
        Compiled compiled = Compiled.of(MAPS[1], MAPS[3]);
        Object shift = Generated.of(compiled, "Shift").call("model");
        Checks.pass(compiled, "Shift", "forward", shift, X);
        Checks.pass(compiled, "Shift", "forwardOfDouble", shift, 0.3);
    }
}
