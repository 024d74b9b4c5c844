package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Programs that jump: labels on loops and blocks, jumps out of several loops at once. */
class JumpProgramsTest {

    private static final double[] X = {0.3, -1.2, 2.5, 0.7, -0.4, 1.9};

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    @Test
    void breakOutOfTwoLoops() {
        f("""
                @Differentiable static double f(double[] x, double limit) {
                    double sum = 0;
                    outer:
                    for (int i = 0; i < x.length; i++) {
                        for (int j = 0; j < x.length; j++) {
                            if (sum > limit) break outer;
                            if (j > i + 1) break;
                            sum += x[i] * x[j] * x[j];
                        }
                        sum *= 1.1;
                    }
                    return sum * sum + limit;
                }""").agreesAt(X, 0.5).agreesAt(X, 100.0).agreesAt(X, -1.0);
    }

    @Test
    void continueOfAnOuterLoop() {
        f("""
                @Differentiable static double f(double[] x) {
                    double sum = 1;
                    int i = 0;
                    rows:
                    while (i < x.length) {
                        i++;
                        for (double y : x) {
                            if (y * i > 3) continue rows;
                            if (y < -1) continue;
                            sum += Math.sin(y * x[i - 1]);
                        }
                        sum *= x[i - 1];
                    }
                    return sum;
                }""").agreesAt((Object) X);
    }

    @Test
    void labelsOnDoLoopsAndOnTwoLevels() {
        f("""
                @Differentiable static double f(double x, int n) {
                    double y = x;
                    int i = 0;
                    a: b:
                    do {
                        int j = 0;
                        c:
                        do {
                            j++;
                            for (int k = 0; ; k++) {
                                y += Math.cos(y) * 0.1;
                                if (k == 2) continue c;
                                if (y > 4) break a;
                                if (i + j + k == n) continue b;
                            }
                        } while (j < 3);
                        y *= x;
                    } while (++i < 4);
                    return y * y;
                }""").agreesAt(1.1, 3).agreesAt(0.4, 5).agreesAt(1.6, 99).agreesAt(-0.8, 0);
    }

    @Test
    void breakOutOfBlocks() {
        f("""
                @Differentiable static double f(double x, double y) {
                    double z = x;
                    found: {
                        if (x > y) { z = x * y; break found; }
                        z += y * y;
                        inner: { if (z > 2) break found; if (z < 0) break inner; z *= 3; }
                        z = z * z;
                    }
                    done: if (y > 0) { z += y; if (x > 0) break done; z *= x; }
                    nothing: z += 1;
                    return z * y;
                }""")
                .agreesAt(2.0, 1.0)
                .agreesAt(0.5, 1.0)
                .agreesAt(0.5, 2.0)
                .agreesAt(-3.0, 1.2)
                .agreesAt(-3.0, -1.2);
    }

    @Test
    void returnFromInsideLabelledLoopsAndBlocks() {
        f("""
                @Differentiable static double f(double[] x) {
                    double sum = 0;
                    search: for (int i = 0; i < x.length; i++) {
                        check: {
                            for (int j = i; j >= 0; j--) {
                                sum += x[i] * x[j];
                                if (sum > 9) return sum * x[0];
                                if (sum < -4) break search;
                                if (x[j] < 0) break check;
                            }
                            sum = sum * 1.5;
                            continue search;
                        }
                        sum -= 0.25 * x[i];
                    }
                    return sum;
                }""").agreesAt((Object) X).agreesAt((Object) new double[] {2, 2, 2}).agreesAt((Object)
                new double[] {1, -6, 1});
    }

    @Test
    void choiceThatThrowsAfterActiveWork() {
        f("""
                @Differentiable static double f(double x) {
                    double z = x * x;
                    if (x < 0) { z = z * z; z *= Math.exp(z); throw new IllegalArgumentException("negative: " + z); }
                    return z * Math.sin(z);
                }""").agreesAt(1.3);
    }

    @Test
    void methodsThatOnlyThrow() {
        Probe probe = f("""
                @Differentiable static double f(double x, int n) {
                    double y = x * x;
                    if (n == 1) { y += never(x); } else if (n == 2) { fail(y); } else if (n == 3) y = endless(y);
                    for (int i = 0; i < 2; i++) { y *= x; if (n == 4) { y *= y; if (x > 0) throw new IllegalStateException("a"); else throw new IllegalStateException("b"); } }
                    return y;
                }
                private static double never(double x) { double y = x * x; y = y * y; throw new IllegalStateException("never " + y); }
                private static void fail(double x) { throw new IllegalStateException("fail"); }
                private static double endless(double x) { while (true) { x *= x; if (x < 0.01) throw new IllegalStateException("small"); } }
                """);
        probe.agreesAt(0.7, 0);
        String[] messages = {"never 0.24", "fail", "small", "a"};
        for (int n = 1; n <= 4; n++) {
            probe.throwsAt(messages[n - 1], 0.7, n);
        }
        probe.agreesAt(0.7, 0);
    }
}
