package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Programs on numbers: branches, loops, jumps, recursion. */
class ScalarProgramsTest {

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    @Test
    void straightLine() {
        f("@Differentiable static double f(double x, double y) { double a = x * y; var b = a + Math.sin(x); return b * a / y; }")
                .agreesAt(1.3, -0.7);
    }

    @Test
    void parameterReturnedAndParameterAssigned() {
        f("@Differentiable static double f(double x) { return x; }").agreesAt(2.0);
        f("@Differentiable static double f(double x) { x *= x; x += 3 * x; return x; }")
                .agreesAt(2.0);
    }

    @Test
    void compoundAssignmentsKeepJavasConversions() {
        f("""
                @SuppressWarnings("lossy-conversions")
                @Differentiable static double f(double x) {
                    int n = 7; n += 2.9; n <<= 1; n ^= 5; n %= 11; n >>>= 1;
                    long m = n; m *= 3; double y = x; y -= m; y /= 2; y %= 5; return y * x + n;
                }""").agreesAt(1.7).agreesAt(-20.3);
    }

    @Test
    void incrementsAsValuesFollowJavasOrderOfEvaluation() {
        f("""
                @Differentiable static double f(double x) {
                    int i = 1; double y = x * i++ + x * x * i++ - i; double z = y;
                    double w = z + (z *= 2) + z; double[] a = new double[4]; int k = 0;
                    a[k++] = x; a[k++] += x * k; a[k] = a[k - 1] = w; return a[0] * a[1] + a[2] + y-- + --y;
                }""").agreesAt(1.7);
    }

    @Test
    void branches() {
        Probe probe = f("""
                @Differentiable static double f(double x, double y) {
                    double z;
                    if (x > y) { z = x * x; } else if (x > 0 && y > 0 || x < -3) { z = y * x; } else z = Math.exp(x);
                    return z > 1 ? z * x : z < 0.1 ? y : z + y;
                }""");
        probe.agreesAt(2.0, 1.0)
                .agreesAt(1.0, 2.0)
                .agreesAt(-1.0, 2.0)
                .agreesAt(-4.0, 2.0)
                .agreesAt(0.2, 0.1);
    }

    @Test
    void loopsOfAllKinds() {
        f("""
                @Differentiable static double f(double x, int n) {
                    double s = x;
                    for (int i = 0; i < n; i++) s = s * x + i;
                    for (int i = n; i >= 0; i -= 2) s += Math.sin(s) * i;
                    for (int i = n - 1; i > 0; i--) { s *= 1.01; }
                    int k = 0;
                    while (k < n) { s += x / (k + 1); k += 2; }
                    do { s *= 0.9; k--; } while (k > 0);
                    for (int i = 0, j = n; i < j; i++, j--) s += x * i * j;
                    for (long i = 0; i < n; i += 3) s += x * i;
                    return s;
                }""").agreesAt(0.7, 5).agreesAt(0.7, 0).agreesAt(0.7, 1);
    }

    @Test
    void loopsWithJumps() {
        f("""
                @Differentiable static double f(double x, int n) {
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        if (i % 3 == 1) continue;
                        s += x * i;
                        if (s > 6) break;
                        int j = 0;
                        while (true) {
                            s = s * 1.1 + x;
                            if (j++ > i) break;
                            if (s > 100) return s * x;
                        }
                        do { if (j == 2) { j -= 1; continue; } s += Math.cos(x) * j; } while (--j > 0);
                    }
                    return s;
                }""")
                .agreesAt(0.7, 5)
                .agreesAt(0.3, 20)
                .agreesAt(3.3, 20)
                .agreesAt(55.0, 4)
                .agreesAt(0.7, 0);
    }

    @Test
    void earlyReturns() {
        Probe probe = f("""
                @Differentiable static double f(double x, double y) {
                    if (x < 0) return -x * y;
                    double z = x * y;
                    if (z > 10) { return z; } else { z += 1; if (y < 0) { z *= y; } else if (y > 5) return Math.log(z); }
                    for (int i = 0; i < 4; i++) { for (int j = 0; j < 3; j++) { z += x; if (z > 9) return z * j + i * x; } }
                    return z * z;
                }""");
        probe.agreesAt(-1.0, 2.0)
                .agreesAt(4.0, 3.0)
                .agreesAt(1.0, -2.03)
                .agreesAt(1.0, 6.0)
                .agreesAt(1.0, 1.03)
                .agreesAt(0.1, 0.1);
    }

    @Test
    void helpersAndRecursion() {
        f("""
                @Differentiable static double f(double x, int n) { return power(x, n) + even(x, n) + scaled(x) * scaled(x * x); }
                private static double power(double x, int n) { return n == 0 ? 1 : x * power(x, n - 1); }
                private static double even(double x, int n) { if (n == 0) return x; return Math.sin(odd(x, n - 1)); }
                private static double odd(double x, int n) { if (n == 0) return x * x; return x * even(x, n - 1); }
                static double scaled(double x) { double y = SCALE * x; return y * y; }
                private static final double SCALE = 1.5; static final int UNUSED = 3;
                """).agreesAt(0.7, 5).agreesAt(0.7, 0);
    }

    @Test
    void aVariableThatACallGivesAnInactiveValueFirst() {
        f("""
                @Differentiable static double f(double x, int n) {
                    double y = table(n), z = first(x), w = y; if (n > 1) y = x * x; for (int i = 0; i < n; i++) { z = z * x + w; w = table(i) + y; } return y * z + w;
                }
                private static double table(int n) { return n * 0.5 + 1; } private static double first(double x) { double unused = x * x; return 2; }
                """).agreesAt(0.7, 3).agreesAt(0.7, 0);
    }

    @Test
    void aTestThatThrowsThoughItGuardsNothing() {
        Probe probe = f("@Differentiable static double f(double[] x, int n) { if (x[n] > 2) { } return x[0] * n; }");
        probe.agreesAt(new double[] {1.5, 2.5}, 1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> probe.agreesAt(new double[] {1.5}, 1))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void integerAndBooleanArithmeticIsLeftAlone() {
        f("""
                @Differentiable static double f(double x, int n) {
                    boolean odd = (n & 1) == 1, big = n > 3 ^ odd; long h = ~n ^ 0x5L; h = h << 3 >>> 1;
                    int q = -7 / 2 + -7 % 3 + (int) 3.99 + (int) (h % 7) + Math.floorMod(-n, 3) + Math.max(n, 2);
                    boolean both = odd & !big | n == 2; double y = both ? x : x * q;
                    return !odd || big ? y * n : y + (double) n / 2 + n / 2;
                }""").agreesAt(0.7, 5).agreesAt(0.7, 4).agreesAt(0.7, 2);
    }

    @Test
    void variablesThatBeginWithAValueWithoutADerivative() {
        f("""
                static double first(double[] c) { c[0] = 2; return c[0]; }
                static double second(double[] c, double x) { c[0] *= x; return 3; }
                @Differentiable static double f(double x, @Constant java.util.List<Double> data) {
                    double a = first(new double[1]); double[] c = {x, 1}; double b = second(c, x); double d = data.get(0);
                    if (x > 0) { a = x * x; b += a * x; d *= b; }
                    return a * x + b * c[0] + d;
                }""").agreesAt(0.5, java.util.List.of(1.5)).agreesAt(-0.5, java.util.List.of(1.5));
    }

    @Test
    void functionsOfTheMathClass() {
        f("""
                @Differentiable static double f(double x, double y) {
                    return Math.pow(x, 2) + Math.pow(x, y) + Math.atan2(x, y) + Math.hypot(x, y) + Math.abs(x - y)
                        + Math.max(x, y) * Math.min(x, 2) + Math.tanh(x) + Math.log1p(y) + Math.cbrt(x) + Math.sqrt(x * y)
                        + Math.fma(x, y, x) + Math.floor(x) * x + Math.signum(y) * y + Math.toRadians(x) + Math.expm1(y)
                        + Math.sinh(x) * Math.cosh(y) + Math.asin(x / 9) + Math.acos(y / 9) + StrictMath.exp(x - y) + x % y
                        + Math.IEEEremainder(x, y) + Math.log10(x) + Math.copySign(x, -y) + Math.scalb(x, 3) + Math.round(x) * y;
                }""").agreesAt(1.3, 0.7).agreesAt(2.4, 3.9);
    }

    @Test
    void functionsWithDerivativesGivenByHand() {
        Probe.ofFirstOrder("""
                final class F {
                @Differentiable static double f(double x, int n) { return softplus(x * x) * power(n, x, 1 - x); }
                @PartialDerivatives("logistic") static double softplus(double x) { return x > 30 ? x : Math.log1p(Math.exp(x)); }
                static double logistic(double x) { return 1 / (1 + Math.exp(-x)); }
                @PartialDerivatives({"byX", "byY"}) static double power(int n, double x, double y) { return Math.pow(x, n) * y; }
                static double byX(int n, double x, double y) { return n * Math.pow(x, n - 1) * y; }
                static double byY(int n, double x, double y) { return Math.pow(x, n); }
                }""").agreesAt(0.7, 3);
    }

    @Test
    void argumentChecksThrowAndLeaveTheGradientUsable() {
        Probe probe = f("""
                @Differentiable static double f(double x, int n) {
                    if (n < 0) { throw new IllegalArgumentException("n is " + n + ", x is " + x + '!'); }
                    double s = 0; for (int i = 0; i < n; i++) s += x * i; return s;
                }""");
        probe.agreesAt(2.0, 3);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> probe.agreesAt(2.0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is -1, x is 2.0!");
        probe.agreesAt(2.0, 4);
    }
}
