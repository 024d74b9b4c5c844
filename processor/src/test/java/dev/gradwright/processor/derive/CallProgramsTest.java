package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Programs whose calls take some finding: a variable number of arguments, overloads, names that hide others. */
class CallProgramsTest {

    private static Probe f(String body) {
        return Probe.of("final class F {\n" + body + "\n}");
    }

    @Test
    void methodsAndConstructorsOfOneNameInSeveralClasses() {
        Probe.of("""
                final class F {
                    static final class A { static double help(double x) { return x * x; } static final class In { static double help(double x) { return 7 * x; } } }
                    static final class B { static double help(double x) { return 3 * x; } record R(double v) { R(double a, double b) { this(a + b); } } }
                    record R(double v) { R(double a, double b) { this(a * b); } }
                    private static double help(double x) { return Math.sin(x); }
                    @Differentiable static double f(double x) { return A.help(x) + 10 * B.help(x) + A.In.help(x) * help(x) + new R(x, x).v() + 5 * new B.R(x, x * x).v(); }
                }""").agreesAt(0.7);
    }

    @Test
    void variableNumbersOfArguments() {
        f("""
                @Differentiable static double f(double x, double y, double[] z) {
                    int i = 1;
                    return sum() + sum(x) * sum(x, y, i++, i) + sum(z) * weighted(2, z, new double[] {x * y}) + weighted(i)
                        + first(x * y, 3) + pick("b", "a", "b") * x;
                }
                private static double sum(double... values) {
                    double sum = 1;
                    for (double value : values) sum += value * value * sum;
                    return sum;
                }
                private static double weighted(int scale, double[]... rows) {
                    double sum = scale;
                    for (double[] row : rows) for (int i = 0; i < row.length; i++) sum += row[i] * scale * i + row[i] * row[i];
                    return sum;
                }
                private static double first(double x, int... more) { return x * more.length * more[0]; }
                private static int pick(String wanted, String a, String b) { return wanted.equals(a) ? 1 : wanted.equals(b) ? 2 : 3; }
                """).agreesAt(0.7, -0.4, new double[] {0.3, 0.5, -0.2});
    }

    @Test
    void variableNumbersOfArgumentsAcrossClasses() {
        Compiled compiled = Compiled.of("""
                final class F {
                    final G g = new G();
                    static F sample() { return new F(); }
                    @Differentiable double f(double x, double... y) { return g.forward(x, y[0] * x, 2) * G2.norm(x, y[1]) * G2.norm(y); }
                }""", """
                final class G {
                    @Parameter final double[] w = {0.5, 2, 1};
                    @Differentiable double forward(double... x) { double s = 0; for (int i = 0; i < x.length; i++) s += w[i] * x[i]; return s; }
                }""", """
                final class G2 {
                    @Differentiable static double norm(double... x) { double s = 0; for (double v : x) s += v * v; return Math.sqrt(s); }
                }""");
        Probe.of(compiled, "F", "f").agreesAt(0.7, new double[] {0.3, 0.5, -0.2});
    }

    @Test
    void overloadsAndBoxing() {
        f("""
                @Differentiable static double f(double x, int n) {
                    long l = n; Integer boxed = n; char c = 'c'; byte b = 3;
                    return g(n) * x + g(l) * x + g(x) + g(boxed) * x + g(c) + g(b) * x + h(boxed) * x + h(n, l) + g("t" + n) * x;
                }
                private static double g(int n) { return n + 0.1; }
                private static double g(long n) { return n + 0.2; }
                private static double g(double x) { return x * x + 0.3; }
                private static double g(Object o) { return o.hashCode() + 0.4; }
                private static double g(String s) { return s.length() + 0.5; }
                private static double h(long n) { return n + 0.6; }
                private static double h(double... x) { return x.length + x[0]; }
                """).agreesAt(0.7, 4);
    }

    @Test
    void aDifferentiableMethodMayReadWhatItsCallerWrites() {
        f("""
                @Differentiable static double f(double[] x) { double[] y = x.clone(); double s = area(y); y[0] = s * 3; return s + area(y); }
                @Differentiable static double area(double[] x) { return x[0] * x[1]; }
                """).agreesAt((Object) new double[] {0.3, 0.7});
    }

    @Test
    void namesThatHideOthers() {
        f("""
                static final double x = 5, scale = 2;
                static double y = 7;
                @Differentiable static double f(final double x, double n) {
                    final double scale = x * 3;
                    double z = 0;
                    { final var inner = scale * n; z += inner; }
                    { double inner = F.scale * x; z *= inner; }
                    for (int i = 0; i < 2; i++) { double t = F.x * z; z += t * i; }
                    for (int i = 0; i < 2; i++) { final double t = z; z = t * t + x; }
                    return x > 0 ? n > 0 ? z : n < -1 ? z * z : -z : z > 3 ? x : n;
                }""").agreesAt(0.7, 0.3).agreesAt(0.7, -2.0).agreesAt(0.7, -0.5).agreesAt(-0.7, 0.3);
    }

    @Test
    void integersWrapAroundAsInJava() {
        f("""
                @Differentiable static double f(double x, int n, long m) {
                    int a = n * n * n + Integer.MAX_VALUE; int b = -n - Integer.MIN_VALUE; int c = (n << 35) >>> 3; int d = n >> 1;
                    long e = m * m * m; long g = m << 70; int h = (int) m; short s = (short) n; byte t = (byte) (n * 3);
                    int q = n / -3 + n % -3; long r = Long.MIN_VALUE - m;
                    return x * x * (a * 1e-9 + b * 1e-9 + c + d + e * 1e-18 + g + h * 1e-9 + s + t + q + r * 1e-18);
                }""")
                .agreesAt(0.7, 123456789, 9876543210L)
                .agreesAt(0.7, -5, -1L)
                .agreesAt(0.7, Integer.MIN_VALUE, Long.MIN_VALUE);
    }
}
