package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Lambdas and method references given to methods that call them: quadrature, integration in time, root finding. */
class ClosureProgramsTest {

    private static final double[] X = {0.5, -1.2, 2.3};

    private static final String QUADRATURE = """
            public final class Quadrature {
                private static final double HALF = 0.5;
                @Differentiable public static double simpson(DoubleUnaryOperator f, double a, double b, int n) {
                    double h = width(a, b, n), s = f.applyAsDouble(a) + f.applyAsDouble(b);
                    for (int i = 1; i < n; i++) s += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(a + i * h);
                    return s * h / 3;
                }
                private static double width(double a, double b, int n) { return 2 * HALF * (b - a) / n; }
            }
            """;

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    @Test
    void aQuadratureOfAnotherFileWithIntegrandsThatCapture() {
        Probe.of(Compiled.of(Probe.secondOrder(QUADRATURE, """
                final class F {
                    @Parameter final double[] w = {0.7, 1.3}; static F sample() { return new F(); }
                    @Differentiable double f(double a, double b) {
                        double first = Quadrature.simpson(x -> Math.exp(-a * x) * w[0], 0, b, 8);
                        DoubleUnaryOperator square = x -> { double y = x * first; if (y > 9) return y; return y * y; };
                        return first * Quadrature.simpson(square, a, 1, 4) + Quadrature.simpson(Math::sin, a, b * first, 6) + Quadrature.simpson(this::bent, 0, a, 4);
                    }
                    private double bent(double x) { return x * w[1] + square(x); }
                    private static double square(double x) { return x * x; }
                }""")), "F", "f")
                .withDifferenceTolerance(1e-5)
                .agreesAt(0.7, 1.9);
    }

    @Test
    void runge() {
        f("""
                interface Field { double[] at(double t, double[] y); }
                @Differentiable static double f(double[] y, double mu) {
                    double[] state = y.clone(); double dt = 0.1;
                    for (int i = 0; i < 5; i++) state = step((t, s) -> new double[] {s[1], mu * (1 - s[0] * s[0]) * s[1] - s[0] + Math.sin(t * mu)}, i * dt, state, dt);
                    return state[0] * state[1];
                }
                private static double[] step(Field f, double t, double[] y, double h) {
                    double[] k1 = f.at(t, y), k2 = f.at(t + h / 2, moved(y, k1, h / 2)), k3 = f.at(t + h / 2, moved(y, k2, h / 2)), k4 = f.at(t + h, moved(y, k3, h));
                    double[] next = new double[y.length]; for (int i = 0; i < next.length; i++) next[i] = y[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]); return next;
                }
                private static double[] moved(double[] y, double[] k, double h) { double[] m = new double[y.length]; for (int i = 0; i < m.length; i++) m[i] = y[i] + h * k[i]; return m; }
                """).agreesAt(new double[] {0.5, -1.2}, 0.8);
    }

    @Test
    void functionsOfFunctionsAndRecursion() {
        f("""
                @Differentiable static double f(double[] x, int n) { return nested(u -> u * x[0] + inner(v -> v * u * x[1], x[2]), n) + apply((a, b) -> a * b - x[0], x[1], x[2]); }
                private static double nested(DoubleUnaryOperator g, int n) { return n == 0 ? g.applyAsDouble(1.5) : g.applyAsDouble(nested(g, n - 1)); }
                private static double inner(DoubleUnaryOperator g, double v) { return g.applyAsDouble(g.applyAsDouble(v)); }
                private static double apply(DoubleBinaryOperator op, double a, double b) { return op.applyAsDouble(a, op.applyAsDouble(b, a)); }
                """).agreesAt(X, 2).agreesAt(X, 0);
    }

    @Test
    void effectsOnCapturedArraysAndRecords() {
        f("""
                interface Visitor { void visit(int i, double v); }
                record Vec(double x, double y) { double dot(Vec o) { return x * o.x + y * o.y; } double sum(double[] w) { return each(w, v -> v * x + y); } }
                @Differentiable static double f(double[] x) {
                    double[] out = new double[x.length]; Vec p = new Vec(x[0], x[1]);
                    each(x, (i, v) -> { out[i] += v * p.x(); out[0] += out[i]; });
                    return out[0] * out[2] + fold(x, Vec::dot, p) + p.sum(out);
                }
                private static void each(double[] x, Visitor visitor) { for (int i = 0; i < x.length; i++) visitor.visit(i, x[i]); }
                private static double each(double[] x, DoubleUnaryOperator f) { double s = 0; for (double v : x) s += f.applyAsDouble(v); return s; }
                private static double fold(double[] x, ToDoubleBiFunction<Vec, Vec> f, Vec p) { double s = 0; for (double v : x) s += f.applyAsDouble(p, new Vec(v, v * v)); return s; }
                """).agreesAt((Object) X);
    }
}
