package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that assert, that clean up, and that throw; after an exception a gradient is as good as new. */
class ExceptionProgramsTest {

    private static final double[] X = {0.3, -0.6, 0.7};

    private static Probe f(String body, String... others) {
        List<String> sources = new ArrayList<>(List.of("final class F {\n" + body + "\n}"));
        sources.addAll(List.of(others));
        return Probe.of(sources.toArray(String[]::new));
    }

    @Test
    void assertionsHoldOrFailAsInTheSource() {
        Probe probe = f("""
                @Differentiable static double f(double x, List<String> names) {
                    assert x > 0;
                    assert x < 100 : "too large: " + x;
                    assert names.size() < 3 : names.get(2) + x;
                    double y = x;
                    for (int i = 0; i < names.size(); i++) { assert i * y < 50 : i; y *= x; }
                    return y;
                }""");
        probe.agreesAt(1.3, List.of("a", "b")).agreesAt(2.0, List.of());
        probe.throwsAt("AssertionError", -1.0, List.of()).throwsAt("too large: 200.0", 200.0, List.of());
        probe.throwsAt("c1.0", 1.0, List.of("a", "b", "c"));
        probe.agreesAt(2.0, List.of("a", "b"));
    }

    @Test
    void assertionsThatCallAskFirstWhetherTheyAreEnabled() {
        Compiled compiled = Compiled.of("""
                final class F {
                    @Differentiable static double f(double x, List<String> names) { assert names.isEmpty() : x; return x * x; }
                    @Differentiable static double g(double x) { assert x > 0 : x; return x * x; }
                }""");
        assertThat(compiled.source("FGradient"))
                .contains("F.class.desiredAssertionStatus()", "assert x > 0 : x;", "throw new AssertionError(x);");
        Probe.of(compiled, "F", "f").agreesAt(2.0, List.of());
    }

    @Test
    void finallyAfterNormalEndsJumpsAndExceptions() {
        Probe probe = f("""
                @Differentiable static double f(double[] x, int n) {
                    int depth = 0;
                    List<Integer> log = new ArrayList<>();
                    double sum = 1;
                    for (int i = 0; i < x.length; i++) {
                        double y;
                        depth++;
                        try {
                            y = x[i] * sum;
                            if (n == i) continue;
                            if (n == i + 10) break;
                            if (n == i + 20) return y * y * log.size();
                            if (n == i + 30) throw new IllegalStateException("at " + i);
                            y = Math.sin(y) * depth;
                        } finally {
                            depth *= 2;
                            log.add(i);
                        }
                        sum += y * log.size();
                    }
                    return sum * depth;
                }""");
        for (int n : new int[] {-1, 0, 1, 2, 10, 11, 20, 22}) {
            probe.agreesAt(X, n);
        }
        probe.throwsAt("at 1", X, 31).agreesAt(X, -1);
    }

    @Test
    void finallyRunsBeforeAnExceptionLeaves() {
        List<Object> log = new ArrayList<>();
        Probe probe = f("""
                @Differentiable static double f(double x, List<Object> log) {
                    log.clear();
                    double y = x * x;
                    try {
                        try { if (x < 0) throw new IllegalArgumentException("negative"); y *= x; } finally { log.add("inner"); }
                        y += 1;
                    } finally { log.add("outer " + y); }
                    return y;
                }""");
        probe.agreesAt(1.5, log);
        probe.throwsAt("negative", -2.0, log);
        assertThat(log).containsExactly("inner", "outer 4.0");
    }

    @Test
    void exceptionsInLoopsHelpersAndOtherModels() {
        Probe probe = f("""
                final G inner = new G();
                @Parameter final double[] w = {0.5, 2};
                static F sample() { return new F(); }
                @Differentiable double f(double[] x, int n) {
                    double[] y = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        y[i] = inner.forward(helper(x[i], n - i), n - 10 - i) * w[0];
                        for (int j = 0; j <= i; j++) y[j] += S.s(y[i] * w[1], n - 20 - i);
                    }
                    return y[0] * y[1] + y[n - 40 < 0 ? 2 : n];
                }
                private static double helper(double x, int n) {
                    double y = x;
                    for (int i = 0; i < 3; i++) { y *= x; if (n == 1) throw new IllegalStateException("helper"); }
                    return y;
                }""", """
                public final class G {
                    @Parameter final double[] v = {1.5};
                    @Differentiable public double forward(double x, int n) {
                        double y = x * v[0]; y *= y;
                        if (n == 1) throw new IllegalStateException("model");
                        return y;
                    }
                }""", """
                public final class S {
                    @Differentiable public static double s(double x, int n) {
                        double y = Math.sin(x); y *= y;
                        if (n == 1) throw new IllegalStateException("static");
                        return y;
                    }
                }""");
        probe.agreesAt(X, 0);
        String[] messages = {"helper", "helper", "model", "static", "Index 40 out of bounds for length 3"};
        int[] numbers = {1, 2, 12, 22, 40};
        for (int i = 0; i < numbers.length; i++) {
            probe.throwsAt(messages[i], X, numbers[i]).agreesAt(X, 0);
        }
    }

    @Test
    void typeTests() {
        f("""
                @Differentiable static double f(double x, Object o, List<? extends Number> list, int n) {
                    double y = x;
                    if (o instanceof String s && s.length() > 2) y *= s.length();
                    else if (o instanceof Integer i) y += i * x * i;
                    else if (o instanceof String) y = y * y;
                    if (!(o instanceof CharSequence text)) return y * (o instanceof Object ? 2 : 3) + x;
                    y += text.length() * x;
                    Number first = list.get(0);
                    boolean whole = first instanceof Integer || n > 3 && first instanceof Long l && l > 4;
                    for (int k = 0; k < n && first instanceof Double d; k++) y *= x + d;
                    return whole ? y * Math.sin(y) : y;
                }""")
                .agreesAt(0.7, "abc", List.of(1.5), 2)
                .agreesAt(0.7, "a", List.of(1), 2)
                .agreesAt(0.7, "a", List.of(5L), 4)
                .agreesAt(0.7, 3, List.of(), 2)
                .agreesAt(0.7, null, List.of(), 2)
                .agreesAt(0.7, 'c', List.of(), 2);
    }
}
