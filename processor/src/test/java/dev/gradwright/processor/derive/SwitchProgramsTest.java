package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.lang.reflect.Method;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Programs with switches, as statements and as expressions, with every kind of selector. */
class SwitchProgramsTest {

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + method + "\n}");
    }

    private static void agreesForEach(Probe probe, double x, int from, int to) {
        for (int n = from; n <= to; n++) {
            probe.agreesAt(x, n);
        }
    }

    /** The message of the source's exception names what was null, that of generated code something else. */
    private static void throwsNullPointer(Probe probe, Object... arguments) {
        assertThatThrownBy(() -> probe.agreesAt(arguments)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> probe.recordsAt(arguments)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void rulesOnAnInt() {
        agreesForEach(f("""
                        @Differentiable static double f(double x, int n) {
                            double y = x;
                            switch (n * n) {
                                case 0 -> y = x * x;
                                case 1, 4 -> { y += Math.sin(x); y *= n; }
                                case 9 -> y++;
                                default -> y = Math.exp(-x) * n;
                            }
                            return y * y;
                        }"""), 0.7, -2, 4);
    }

    @Test
    void ruleThatThrows() {
        Probe probe = f("""
                @Differentiable static double f(double x, int n) {
                    switch (n) {
                        case 1 -> x *= 2;
                        default -> throw new IllegalArgumentException("no such model: " + n);
                    }
                    return x * x;
                }""");
        probe.agreesAt(0.7, 1);
        probe.throwsAt("no such model: 2", 0.7, 2);
    }

    @Test
    void groupsThatFallThrough() {
        agreesForEach(f("""
                        @SuppressWarnings("fallthrough")
                        @Differentiable static double f(double x, int n) {
                            double y = 1;
                            switch (n) {
                                case 1: y += x;
                                case 2: case 3: y *= x; if (y > 1) break; y += 2;
                                case 4: { double z = y * x; y = z * z; }
                                    break;
                                case 5: break;
                                case 6: y = x / 2;
                                default: y -= Math.sin(x);
                                case 8: y *= 3;
                            }
                            return y * x;
                        }"""), 0.7, 0, 9);
        agreesForEach(f("""
                        @SuppressWarnings("fallthrough")
                        @Differentiable static double f(double x, int n) {
                            double y = 1;
                            switch (n) {
                                default: y -= Math.sin(x);
                                case 1: y += x; if (y > 1.2) break;
                                case 2: y *= y * x;
                            }
                            return y * x;
                        }"""), 1.1, 0, 3);
    }

    @Test
    void variablesOfOneGroupAreInScopeInTheNext() {
        agreesForEach(f("""
                        @SuppressWarnings("fallthrough")
                        @Differentiable static double f(double x, int n) {
                            double y = 1;
                            switch (n) {
                                case 1: double z = x * x; y = z;
                                case 2: z = x + 1; y *= z * z; break;
                                case 3: z = Math.cos(x); y += z; break;
                                default:
                            }
                            return y * x;
                        }"""), 0.7, 0, 4);
    }

    @Test
    void expressionsWithYield() {
        agreesForEach(f("""
                        @Differentiable static double f(double x, int n) {
                            double y = switch (n) {
                                case 0 -> x * x;
                                case 1 -> 1;
                                case 2, 3 -> { if (x > 0.5) yield Math.sin(x); double z = x * n; yield z * z; }
                                case 4 -> throw new IllegalStateException();
                                default -> n;
                            };
                            return y * x + switch (n % 3) { case 1: y *= 2; yield y; default: yield x; };
                        }"""), 0.7, -1, 3);
    }

    @Test
    void expressionsInsideExpressions() {
        agreesForEach(f("""
                        @Differentiable static double f(double x, int n) {
                            var w = switch (n) { case 0 -> 2; case 1 -> 3L; default -> switch (n * 2) { case 4 -> 'a'; default -> 7; }; };
                            double y = Math.max(switch (n) { case 1 -> x; default -> x * x; }, 0.3 * x) * w;
                            return n > 1 ? switch (n) { case 2 -> y; default -> y * y; } : -y;
                        }"""), 0.7, 0, 3);
    }

    @Test
    void switchesInLoopsLeaveThem() {
        agreesForEach(f("""
                        @Differentiable static double f(double x, int n) {
                            double y = x;
                            loop:
                            for (int i = 0; i < 9; i++) {
                                switch (i) {
                                    case 0: y += 1; continue;
                                    case 1: y *= x; break;
                                    case 5: if (n == 0) break loop; break;
                                    case 6: if (n == 1) return y * y; y = Math.sin(y); break;
                                    default:
                                        switch (n) { case 2 -> { break loop; } case 3 -> { continue loop; } default -> y += 0.1 * y; }
                                }
                                y *= 1.2;
                            }
                            return y;
                        }"""), 0.7, 0, 4);
    }

    @Test
    void valuesThatAreTakenApart() {
        agreesForEach(f("""
                        record Pair(double a, double b, String name) { double sum() { return a + 2 * b; } }
                        @Differentiable static double f(double x, int n) {
                            Pair p = switch (n) {
                                case 0 -> new Pair(x, x * x, "zero");
                                case 1 -> { Pair q = new Pair(x, 1, "one"); yield new Pair(q.b(), q.a(), q.name()); }
                                default -> new Pair(n, Math.sin(x), "n" + n);
                            };
                            var q = switch (n % 2) { case 0 -> p; default -> new Pair(p.b(), x, "odd"); };
                            return p.sum() * q.sum() * switch (q.name()) { case "odd" -> x; case "zero" -> 2; default -> q.name().length(); };
                        }"""), 0.7, 0, 3);
    }

    @Test
    void everyCaseReturns() {
        agreesForEach(f("""
                        @Differentiable static double f(double x, int n) {
                            switch (n) {
                                case 1: return x;
                                case 2: x *= 3; return x * x;
                                default: return g(x, n);
                            }
                        }
                        private static double g(double x, int n) {
                            return switch (n) { case 3 -> Math.exp(x); default -> { double s = 0; for (int i = 0; i < n; i++) s += x; yield s; } };
                        }"""), 0.7, 1, 5);
    }

    @Test
    void textAndCharSelectors() {
        Probe probe = f("""
                static final String EXP = "exp";
                @SuppressWarnings("fallthrough")
                @Differentiable static double f(double x, String name) {
                    double y = switch (name) { case "sin", "sine" -> Math.sin(x); case EXP -> Math.exp(x); case "" -> 0; default -> x; };
                    for (int i = 0; i < name.length(); i++) {
                        char c = name.charAt(i);
                        switch (c) { case 'e': case 's' + 0: y *= x; break; case 'n': y += c - 'a'; default: y += 0.01 * c; }
                        y += c == 'x' ? x : 0;
                    }
                    return y * y;
                }""");
        probe.agreesAt(0.7, "sin")
                .agreesAt(0.7, "sine")
                .agreesAt(0.7, "exp")
                .agreesAt(0.7, "")
                .agreesAt(0.7, "other");
        throwsNullPointer(probe, 0.7, null);
    }

    @Test
    void boxedAndSmallSelectors() {
        Probe probe = f("""
                @Differentiable static double f(double x, Integer n, byte small, Character c) {
                    double y = switch (n) { case 1 -> x; default -> x * x; };
                    switch (small) { case -1 -> y *= 2; case 127 -> y *= x; default -> { } }
                    switch (c) { default: y += n; }
                    return y;
                }""");
        probe.agreesAt(0.7, 1, (byte) -1, 'c').agreesAt(0.7, 2, (byte) 127, 'd').agreesAt(0.7, 2, (byte) 5, 'd');
        throwsNullPointer(probe, 0.7, null, (byte) 0, 'c');
        throwsNullPointer(probe, 0.7, 1, (byte) 0, null);
    }

    private static final String ENUM = """
            final class F {
                @Differentiable static double f(double x, Kind kind) {
                    Kind other = kind == Kind.NONE ? Kind.TANH : kind;
                    double y = switch (kind) {
                        case TANH -> Math.tanh(x);
                        case RELU -> Math.max(x, 0);
                        case NONE -> x;
                    };
                    switch (other) { case TANH: y *= x; break; case RELU: y += x * x; }
                    return y;
                }
            }""";

    /** A class of the name in the package of all, with {@code enum} where the helper looks for {@code class}. */
    private static String kind(String constants) {
        return "/* class Kind */ enum Kind { " + constants + " }";
    }

    @Test
    void enumSelectors() {
        Compiled compiled = Compiled.of(ENUM, kind("TANH, RELU, NONE"));
        Probe probe = Probe.of(compiled, "F", "f");
        for (Object constant : compiled.type("Kind").getEnumConstants()) {
            probe.agreesAt(0.7, constant).agreesAt(-0.7, constant);
        }
        throwsNullPointer(probe, 0.7, null);
        assertThat(compiled.source("FGradient")).contains("} else if (kind == Kind.RELU) {");
    }

    @Test
    void enumConstantUnknownWhenCompiled() {
        Compiled compiled =
                Compiled.of(ENUM, kind("TANH, RELU, NONE")).with(Compiled.of(kind("TANH, RELU, NONE, LATER")), "Kind");
        Object later = compiled.type("Kind").getEnumConstants()[3];
        assertThat(thrownBy(() -> call(compiled.type("F"), null, later)))
                .isEqualTo(thrownBy(() -> call(compiled.type("FGradient"), gradient(compiled), later)))
                .isIn("java.lang.IncompatibleClassChangeError", "java.lang.MatchException");
    }

    private static Object gradient(Compiled compiled) throws ReflectiveOperationException {
        Method create = compiled.type("FGradient").getDeclaredMethod("create");
        create.setAccessible(true);
        return create.invoke(null);
    }

    private static void call(Class<?> type, Object target, Object kind) throws ReflectiveOperationException {
        Method f = type.getDeclaredMethod("f", double.class, kind.getClass());
        f.setAccessible(true);
        f.invoke(target, 0.7, kind);
    }

    private static String thrownBy(ThrowingCallable call) {
        return catchThrowable(call).getCause().getClass().getName();
    }
}
