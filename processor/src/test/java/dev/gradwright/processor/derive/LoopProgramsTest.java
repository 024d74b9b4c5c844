package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Loops of every step and direction, up to the limits of int. */
class LoopProgramsTest {

    private static final double[] X = {0.3, -0.6, 0.7, 0.5, -0.2};
    private static final int MIN = Integer.MIN_VALUE;
    private static final int MAX = Integer.MAX_VALUE;

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    private static String loop(String header) {
        return "@Differentiable static double f(double x, int a, int b, int k) {\n double y = x;\nfor (" + header
                + ") { y = y * x + 1e-10 * i * y; }\nreturn y * y; }";
    }

    @Test
    void upwardsByOneAtTheEdgesOfInt() {
        f(loop("int i = a; i < b; i++"))
                .agreesAt(0.7, 0, 4, 1)
                .agreesAt(0.7, 5, 4, 1)
                .agreesAt(0.7, 0, MIN, 1)
                .agreesAt(0.7, MIN, MIN, 1)
                .agreesAt(0.7, MIN, MIN + 3, 1)
                .agreesAt(0.7, MAX - 3, MAX, 1)
                .agreesAt(0.7, MAX, MIN, 1);
        f(loop("int i = a; i <= b; i += 1"))
                .agreesAt(0.7, 0, 4, 1)
                .agreesAt(0.7, 5, 4, 1)
                .agreesAt(0.7, 0, MIN, 1)
                .agreesAt(0.7, MIN, MIN, 1)
                .agreesAt(0.7, MAX - 3, MAX - 1, 1);
        f(loop("int i = 0; i < b; ++i"))
                .agreesAt(0.7, 0, 3, 1)
                .agreesAt(0.7, 0, -3, 1)
                .agreesAt(0.7, 0, MIN, 1);
    }

    @Test
    void downwardsByOneAtTheEdgesOfInt() {
        f(loop("int i = a; i > b; i--"))
                .agreesAt(0.7, 4, 0, 1)
                .agreesAt(0.7, 4, 5, 1)
                .agreesAt(0.7, 0, MAX, 1)
                .agreesAt(0.7, MAX, MAX, 1)
                .agreesAt(0.7, MAX, MAX - 3, 1)
                .agreesAt(0.7, MIN + 3, MIN, 1);
        f(loop("int i = a; i >= b; i -= 1"))
                .agreesAt(0.7, 4, 0, 1)
                .agreesAt(0.7, 0, MAX, 1)
                .agreesAt(0.7, MAX, MAX - 2, 1)
                .agreesAt(0.7, MIN + 3, MIN + 1, 1);
        f(loop("int i = a - 1; i >= 0; i--")).agreesAt(0.7, 4, 0, 1).agreesAt(0.7, 0, 0, 1);
    }

    @Test
    void otherStepsAndIndicesThatWrap() {
        f(loop("int i = a; i < b; i += 3"))
                .agreesAt(0.7, 0, 10, 1)
                .agreesAt(0.7, 10, 0, 1)
                .agreesAt(0.7, MIN, MIN + 7, 1);
        f(loop("int i = a; i > b; i -= 4")).agreesAt(0.7, 10, -7, 1).agreesAt(0.7, MAX, MAX - 9, 1);
        f(loop("int i = a; i >= 0; i += 1 << 30")).agreesAt(0.7, 0, 0, 1);
        f(loop("int i = a; i > 0; i += 1000000000")).agreesAt(0.7, 5, 0, 1);
        f(loop("int i = a; i != b; i--")).agreesAt(0.7, MIN + 2, MAX - 2, 1);
        f(loop("int i = a; i < b; i += k"))
                .agreesAt(0.7, 0, 10, 1)
                .agreesAt(0.7, -7, 10, 4)
                .agreesAt(0.7, 3, 2, 0);
        f(loop("int i = a, j = b; i < j; i++, j -= k")).agreesAt(0.7, 0, 10, 2).agreesAt(0.7, 3, 2, 1);
        f(loop("long i = a; i <= b; i += 2")).agreesAt(0.7, MAX - 3, MAX, 1).agreesAt(0.7, 0, 5, 1);
        f(loop("long i = a; i > b; i -= 5000000000L")).agreesAt(0.7, MAX, MIN, 1);
        f(loop("byte i = (byte) a; i < b; i++")).agreesAt(0.7, -3, 2, 1);
        f(loop("char i = 'b'; i >= 'a'; i--")).agreesAt(0.7, 0, 0, 1);
    }

    @Test
    void boundsThatDependOnDataOrMove() {
        f("""
                @Differentiable static double f(double[] x, int[] n) {
                    double sum = 0;
                    for (int i = 0; i < n.length; i++) {
                        for (int j = n[i]; j < x.length; j++) sum += x[j] * x[j] * sum + x[i];
                        for (int j = i + 1; j < n[0]; j++) { sum *= 1 + 0.1 * x[j]; if (j == 2) n[0]--; }
                        for (int j = 0, m = x.length; j < m; j++) { m -= j; sum += Math.sin(x[j]); }
                        for (int j = i; j > n[i] - 3; --j) { int t = j < 0 ? 0 : j; sum += x[t] * sum; }
                    }
                    return sum;
                }""").agreesAt(X, new int[] {4, 0, 5, 9}).agreesAt(X, new int[] {});
    }

    @Test
    void conditionsOnActiveValues() {
        f("""
                @Differentiable static double f(double x, double tolerance) {
                    double y = 1;
                    int n = 0;
                    while (Math.abs(y * y - x) > tolerance) { y = 0.5 * (y + x / y); n++; }
                    do { y += 0.01 * y * n; } while (y < x && n++ < 7);
                    for (double z = y; z > 0.1; z /= 2 + y) y += z * z;
                    return y;
                }""").agreesAt(2.0, 1e-3).agreesAt(9.0, 1e-5).agreesAt(0.5, 1.0);
    }

    @Test
    void integersThatFollowFromTheNumberOfTheTurn() {
        f("""
                @Differentiable static double f(double x, int a, int b) {
                    double y = x;
                    long l = 1; int n = 7; long m = 0; int k = 0;
                    for (int i = a; i < b; i++) { l += 3; n -= 2; y += x * l * n * 1e-3 * y; }
                    for (int i = b; i > a; i--) { l += 5; n += 1; y += x * l * n * 1e-3; }
                    while (y < 2 && k < 6) { k++; m -= 4; n += 1 << 30; y += x * x * m * k * 1e-2 + y * n * 1e-9; }
                    return y;
                }""")
                .agreesAt(0.7, 0, 3)
                .agreesAt(0.7, MIN, MIN + 3)
                .agreesAt(0.7, MAX - 3, MAX)
                .agreesAt(0.7, 2, 1);
    }

    @Test
    void emptyBodiesAndHeaders() {
        f("""
                @Differentiable static double f(double x, int n) {
                    double y = x;
                    int i = 0;
                    for (;;) { if (i++ >= n) break; y *= x; }
                    for (int j = 0; j < n; j++);
                    for (int j = 0; j < n; j++) { }
                    while (i-- > 0);
                    for (; i < n; i++) y += x;
                    for (;; i++) { y *= 1.1; if (i > 2 * n) return y; }
                }""").agreesAt(0.7, 3).agreesAt(0.7, 0);
    }

    @Test
    void indicesOfArraysNeedNoSecondCondition() {
        String source = Compiled.of("""
                final class F {
                    @Differentiable static double f(double[] x, int n) {
                        double sum = 0;
                        for (int i = 0; i < x.length; i++) for (int j = i + 1; j < x.length; j++) sum = 0.5 * sum + x[i] * x[j];
                        for (int i = x.length - 1; i >= 0; i--) for (int j = i; j > 0; j--) sum = 0.5 * sum + x[i] * x[j];
                        for (int i = 0; i < n; i++) sum = 0.5 * sum + x[i] * x[i];
                        return sum;
                    }
                }""").source("FGradient");
        assertThat(source)
                .contains(
                        "for (int i = x.length - 1; i >= 0; i--)",
                        "for (int j = x.length - 1; j >= i + 1; j--)",
                        "for (int i = 0; i <= x.length - 1; i++)",
                        "for (int j = 1; j <= i; j++)",
                        "for (int i = n - 1; i >= 0 && i < n; i--)");
    }
}
