package dev.gradwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that nobody writes but the language allows: the compiler survives all, and what compiles is right. */
class OddSourcesTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static Probe probe(String members) {
        return Probe.of("final class F {\n" + members + "\n}");
    }

    @Test
    void emptyBodiesAndHeaders() {
        probe("""
                @Differentiable static double f(double x, int n) {
                    ;;; { } { { ; } } if (n > 3) { } else { } if (n > 2) ; else ; int i = 0; for (;;) { if (i++ > n) break; } for (; i > 0; i--) ; for (;;) break; for (int j = 0; ; ) { if (j++ == 2) { x *= 2; break; } }
                    do ; while (i-- > 0); while (i++ < 0) ; nothing(); nothing(); for (int a = 0, b = 2; a < b; a++, b--, x++) { } return x * x;
                }
                private static void nothing() { }
                """.replace("final class", "@SuppressWarnings(\"empty\") final class"))
                .agreesAt(0.7, 5);
    }

    @Test
    void onlyReturns() {
        probe("@Differentiable static double f(double x) { { { return x; } } }").agreesAt(0.7);
        probe("@Differentiable static double f(double x) { return 3; }").agreesAt(0.7);
        probe("@Differentiable static double[] f(double[] x) { return x; }").agreesAt((Object) X);
        probe("@Differentiable static double f(double x) { while (true) { return x * x; } }")
                .agreesAt(0.7);
        probe("@Differentiable static double f(double x) { for (;;) { if (x > 3) return x * x; x *= 2; } }")
                .agreesAt(0.7);
        probe("@Differentiable static double f() { return 3; }").agreesAt();
    }

    @Test
    void namesInAnyScriptAndEscapes() {
        probe("""
                @Differentiable static double f(double \\u03b1, double[] größe, double $, double __, double été$1) {
                    double \\u03b2 = α * größe[0]; double 変数 = β * β; double _x = 変数 + $ * __; \\u0064ouble y = _x * été$1; return y * β; }
                """).agreesAt(0.7, X, 0.3, 1.2, -0.4);
    }

    static Stream<String> names() {
        return Stream.of(
                "tape",
                "model",
                "gradient",
                "seed",
                "k",
                "result",
                "xBar",
                "resultBar",
                "shapes",
                "parameters",
                "zero",
                "of",
                "Tape",
                "Objects",
                "Arrays",
                "Math",
                "System",
                "F",
                "FGradient",
                "var",
                "yield",
                "trips",
                "lastFX");
    }

    static Stream<String> memberNames() {
        return Stream.of(
                "tape",
                "model",
                "gradient",
                "seed",
                "parameters",
                "directions",
                "products",
                "shapes",
                "zero",
                "of",
                "value",
                "Tape",
                "lastFX");
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesOfVariables(String name) {
        if (List.of("Math", "System", "Arrays").contains(name)) {
            probe(
                            "@Differentiable static double f(double NAME, double[] a) { double b = NAME * a[0]; { double c = NAME + b; b *= c; } return b * NAME; }"
                                    .replace("NAME", name))
                    .agreesAt(0.7, X);
            return;
        }
        probe("""
                @Differentiable static double f(double NAME, double[] a, int n) {
                    double[] s = a.clone(); Arrays.fill(s, 1, 2, NAME * n); double q = Math.sin(NAME); for (int m = 0; m < n; m++) { q = NAME * q + s[m % s.length]; if (q > 4) break; NAME += Math.sin(q); }
                    DMatrixRMaj d = new DMatrixRMaj(2, 2); CommonOps_DDRM.fill(d, q); CommonOps_DDRM.elementExp(d, d); return q * NAME + help(NAME, s) + CommonOps_DDRM.elementSum(d);
                }
                private static double help(double x, double[] NAME) { double y = NAME[0]; for (double v : NAME) y += v * x; return y; }
                """.replace("NAME", name)).withDifferenceTolerance(1e-5).agreesAt(0.17, X, 3);
    }

    @ParameterizedTest
    @MethodSource("memberNames")
    void namesOfParametersOfModels(String name) {
        compilesOrIsRefused(
                "final class F { @Parameter final double[] NAME = {0.4, 0.6}; final G other = new G(); @Differentiable double f(double x) { return x * NAME[0] + this.NAME[1] * other.g(x); } static F sample() { return new F(); } }"
                        .replace("NAME", name),
                "final class G { @Differentiable double g(double x) { return x * x; } }");
    }

    @ParameterizedTest
    @MethodSource("memberNames")
    void namesOfModelsOfModels(String name) {
        compilesOrIsRefused(
                "final class F { final G NAME = new G(); @Differentiable double f(double x) { double y = NAME.g(x); return y * NAME.g(y); } static F sample() { return new F(); } }"
                        .replace("NAME", name),
                "final class G { @Parameter final double[] w = {0.4}; @Differentiable double g(double x) { return x * x * w[0]; } }");
    }

    @ParameterizedTest
    @MethodSource("memberNames")
    void namesOfStates(String name) {
        compilesOrIsRefused(
                "final class F { final double[] NAME = {0.4, 0.6}; final double scale = 2; @Differentiable double f(double x) { NAME[0] = x * scale; NAME[1] = x * NAME[0]; return x * NAME[0] + this.NAME[1]; } static F sample() { return new F(); } }"
                        .replace("NAME", name));
    }

    /** A model's member may be refused for its name, and if it is not, its derivatives are right. */
    private static void compilesOrIsRefused(String... sources) {
        Compilation compilation = Compiled.compile(Probe.asking(Probe.ALL, sources));
        if (compilation.status() == Compilation.Status.SUCCESS) {
            Probe.of(sources).agreesAt(0.7);
        } else {
            assertThat(messages(compilation)).allMatch(message -> message.startsWith("[GW215]"));
        }
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zero",
                "parameters",
                "of",
                "create",
                "forward",
                "backward",
                "step",
                "toString",
                "hashCode",
                "clone",
                "finalize",
                "getClass",
                "wait",
                "notify",
                "fBackward",
                "equals",
                "close"
            })
    void namesOfMethods(String name) {
        for (String modifier : List.of("static ", "")) {
            Compilation compilation = Compiled.compile(
                    "final class F { @Differentiable MODIFIER double NAME(double x, double[] a) { return help(x) * a[0]; } MODIFIER double help(double y) { return y * y; } }"
                            .replace("MODIFIER", modifier)
                            .replace("NAME", name),
                    "final class User { Object use() { return FGradient.class; } }");
            assertThat(messages(compilation)).as(name).allMatch(message -> message.startsWith("[GW2"));
        }
    }

    @Test
    void helpersNamedAsGeneratedMethods() {
        probe("""
                @Differentiable static double f(double x, double[] a) { return fRecord(x, a) + fReverse(x) + fBackward(x) + zero(x) + parameters(x) + of(x) + create(x) + tape(x) + fTangent(x) + fX(x); }
                private static double fRecord(double x, double[] a) { return x * a[0]; } private static double fReverse(double x) { return x * x; } private static double fBackward(double x) { return x + x; }
                private static double zero(double x) { return x * 2; } private static double parameters(double x) { return x * 3; } private static double of(double x) { return x * 4; } private static double create(double x) { return x * 5; }
                private static double tape(double x) { return x * 6; } private static double fTangent(double x) { return x * 7; } private static double fX(double x) { return Math.sin(x); }
                """).agreesAt(0.7, X);
    }

    @Test
    void aClassThatHasTheNameOfAGeneratedOne() {
        assertThat(messages(Compiled.compile(
                        "final class F { @Differentiable static double f(double x) { return x; } }",
                        "class FGradient { }")))
                .containsExactly(
                        "[GW215] t.FGradient clashes with a name that the generated class uses itself. Choose another name.");
    }

    @Test
    void localsAndParametersThatHideFields() {
        Probe.of("""
                final class F {
                    @Parameter final double[] w = {0.4, 0.6}; @Parameter final DMatrixRMaj a = new DMatrixRMaj(1, 1, true, 3); final double scale = 2; static F sample() { return new F(); }
                    @Differentiable double f(double w, double[] a) { double scale = w * this.w[0]; { double[] b = this.w; scale *= b[1] * this.a.get(0, 0); } return help(a) * scale * this.scale; }
                    private double help(double[] scale) { double a = scale[0] * this.scale; for (double w : scale) { a += w * this.w[0]; } return a; }
                }""").agreesAt(0.7, X);
    }

    @Test
    void aMethodOfTwoThousandLines() {
        String lines = IntStream.range(0, 2000)
                .mapToObj(i -> i % 20 == 0
                        ? "a[" + i % 4 + "] += y" + i % 5 + ";\n"
                        : "y" + i % 7 + " = 0.5 * y" + (i + 3) % 7 + " + x;\n")
                .collect(Collectors.joining());
        String declarations = IntStream.range(0, 7)
                .mapToObj(i -> "double y" + i + " = " + i + ";")
                .collect(Collectors.joining());
        Probe.ofFirstOrder("final class F { @Differentiable static double f(double x, double[] a) {\n" + declarations
                        + lines + "return y0 * a[0] + y1; } }")
                .withDifferenceTolerance(1e-4)
                .agreesAt(0.7, X);
    }

    @Test
    void aMethodWhoseReverseSweepJustFitsIntoAMethod() {
        // 65257 bytes of bytecode; 3 lines more do not fit
        Probe.ofFirstOrder("final class F { @Differentiable static double f(double x, double[] a) { double y = x;\n"
                        + "y = 0.5 * y + Math.sin(x * y) * a[1];\n".repeat(531)
                        + "return y; } }")
                .withDifferenceTolerance(1e-4)
                .agreesAt(0.7, X);
    }

    @Test
    void twoHundredNestedIfs() {
        String open = IntStream.range(0, 200)
                .mapToObj(i -> "if (x > " + (i - 250) + ") { y += x * " + i + ";")
                .collect(Collectors.joining("\n"));
        probe("@Differentiable static double f(double x) { double y = 0;\n" + open + "}".repeat(200) + " return y; }")
                .agreesAt(0.7)
                .agreesAt(-100.5);
    }

    @Test
    void twentyNestedLoops() {
        String open = IntStream.range(0, 20)
                .mapToObj(i -> "for (int i" + i + " = 0; i" + i + " < " + (i % 5 == 0 ? 2 : 1) + "; i" + i + "++) {")
                .collect(Collectors.joining());
        probe("@Differentiable static double f(double x) { double y = x; " + open + " y = y * 0.9 + i0 * x;"
                        + "}".repeat(20) + " return y; }")
                .agreesAt(0.7);
    }

    @Test
    void anExpressionOfAThousandTerms() {
        String terms = IntStream.range(0, 1000)
                .mapToObj(i -> i % 3 == 0 ? "x" : i % 3 == 1 ? "x * " + i : "2")
                .collect(Collectors.joining(" + "));
        Probe.ofFirstOrder("final class F { @Differentiable static double f(double x) { return " + terms + "; } }")
                .agreesAt(0.7);
    }

    @Test
    void anExpressionNestedTwoHundredTimes() {
        probe("@Differentiable static double f(double x) { return " + "(x * (1.01 + ".repeat(200) + "x"
                        + "))".repeat(200) + "; }")
                .withDifferenceTolerance(1e-4)
                .agreesAt(0.02);
    }

    @Test
    void asManyParametersAsFit() {
        String parameters = names("double p", 63);
        Probe.ofFirstOrder("final class F { @Differentiable static double f(" + parameters + ") { return "
                        + parameters.replace("double ", "").replace(",", " * 0.5 +") + "; }}")
                .agreesAt(IntStream.range(0, 63)
                        .mapToObj(i -> (Object) (double) i)
                        .toArray());
        assertThat(messages(Compiled.compile("final class F { @Differentiable static double f(" + names("double p", 64)
                        + ") { return p0; } }")))
                .hasSize(1)
                .allMatch(message -> message.startsWith("[GW230]"));
        survives("final class F { @Differentiable static double f(" + names("double p", 127)
                + ") { return p0 * p126; } }");
        survives("final class F { @Differentiable static double f(" + names("double[] p", 255)
                + ") { return p0[0] * p254[0]; } }");
    }

    @Test
    void asManyParametersAndResultsAsFitForSeveralSeeds() {
        String parameters = names("double p", 42);
        probe("@Differentiable static double f(" + parameters + ") { return "
                        + parameters.replace("double ", "").replace(",", " * 0.5 +") + "; }")
                .agreesAt(IntStream.range(0, 42)
                        .mapToObj(i -> (Object) (double) i)
                        .toArray());
        survives("final class F { @Differentiable(seeds = 63) static double f(double p) { return p; } }");
        for (String source : List.of(
                "@Differentiable(seeds = 2) static double f(" + names("double p", 43) + ") { return p0; }",
                "record R(double a, double b) {} @Differentiable(seeds = 64) static R f(double[] p) { return new R(p[0], p[1]); }")) {
            assertThat(messages(Compiled.compile("final class F { " + source + " }")))
                    .hasSize(1)
                    .allMatch(message -> message.startsWith("[GW230]"));
        }
    }

    private static String names(String start, int count) {
        return IntStream.range(0, count).mapToObj(i -> start + i).collect(Collectors.joining(", "));
    }

    @Test
    void hugeAndTinyConstants() {
        probe(
                        "@Differentiable static double f(double x) { return x * 1.7976931348623157e307 * 1e-308 + x * 4.9e-324 + Long.MIN_VALUE * 1e-18 * x + 0x1.fffffffffffffp1023 * 1e-307 * x; }")
                .agreesAt(0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Differentiable class F { class Inner { double forward(double x) { return x; } } double forward(double x) { return x; } }",
                "@Differentiable abstract class F { abstract double forward(double x); }",
                "@Differentiable interface G { double forward(double x); } class F { }",
                "@Differentiable enum G { A; double forward(double x) { return x; } } class F { }",
                "@Differentiable record G(double w) { double forward(double x) { return x * w; } } class F { }",
                "@Differentiable @interface G { double forward(); } class F { }",
                "final class F<T> { @Differentiable double f(double x) { return x; } }",
                "final class F { @Differentiable <T> double f(double x, T t) { return x; } }",
                "final class F { @Differentiable static double f(double... x) { return x[0]; } }",
                "final class F { @Differentiable static native double f(double x); }",
                "final class F { @Differentiable static strictfp synchronized double f(double x) { return x; } }",
                "final class F { @Differentiable static double f(double x) throws Exception { return x; } }",
                "final class F { @Differentiable static double f(double x) { class L { double y; } return new L().y + x; } }",
                "final class F { @Differentiable static double f(double x) { Object o = new Object() { }; return x; } }",
                "final class F { @Differentiable static double f(double x) { return switch ((int) x) { case 1 -> x; default -> { yield 2 * x; } }; } }",
                "final class F { @Differentiable static double f(Object x) { return x instanceof Double d ? d : 0; } }",
                "final class F { @Differentiable static double f(double x[]) { double y[] = x, z[][] = {x}; return y[0] * z[0][0]; } }",
                "final class F { @Differentiable static double[] f(double x)[] { return new double[][] {{x}}; } }",
                "final class F { static { } { } @Differentiable static double f(double x) { return F.f(x) * t.F.f(x); } }",
                "final class F { @Differentiable static double f(double x) { lab: { x *= 2; if (x > 3) break lab; x++; } return x; } }",
                "final class F { @Differentiable static double f(double x) { try { return x; } catch (RuntimeException e) { return 0; } finally { x++; } } }",
                "final class F { @Differentiable static double f(double x) { assert x > 0 : \"x\"; return x; } }",
                "final class F { @Differentiable static double f(double x) { System.out.println(x); return x; } }",
                "final class F { @Differentiable static double f(double x) { String s = \"a\" + x; return s.length() * x; } }",
                "final class F { @Differentiable static double f(Double x, Integer n) { return x * n; } }",
                "final class F { @Differentiable static double f(List<Double> x) { double s = 0; for (double v : x) s += v; return s; } }",
                "final class F { @Differentiable static double f(double x) { return ((DoubleSupplier) () -> x).getAsDouble(); } }",
                "final class F { @Differentiable static double f(double x) { return Math::sin; } }",
                "final class F { @Differentiable static double f(double x) { return; } }",
                "final class F { @Differentiable static double f(double x) { } }",
                "final class F { @Differentiable static double f(double x) { return x } }",
                "final class F { @Differentiable static double f(double x) { return y; } }",
                "final class F { @Differentiable static double f(double x) { int x = 2; return x; } }",
                "final class F { @Differentiable static double f(double x) { return \"x\"; } }",
                "final class F { @Differentiable static double f(double x) { return f(x, x); } }",
                "final class F { @Differentiable static double f(double x) { double y; return x * y; } }",
                "final class F { @Differentiable static double f(double x) { final double y = x; y = 2; return y; } }",
                "final class F { @Differentiable static double f(double x) { return x; return x; } }",
                "final class F { @Differentiable static double f(double x) { break; } }",
                "final class F { @Differentiable static double f(double x) { for (;;) { } } }",
                "final class F { @Differentiable static double f(double x) { while (true) x++; } }",
                "final class F { @Differentiable static void f(double x) { } }",
                "final class F { @Differentiable static double f(Missing x) { return x.y; } }",
                "final class F extends Missing { @Differentiable static double f(double x) { return x; } }",
                "final class F { @Differentiable @Differentiable static double f(double x) { return x; } }",
                "final class F { @Differentiable double w = 2; }",
                "final class F { @Parameter static final double[] w = {1}; @Differentiable double f(double x) { return x * w[0]; } }",
                "final class F { @Parameter final F w = null; @Differentiable double f(double x) { return x; } }",
                "final class F { final F w = this; @Differentiable double f(double x) { return x > 3 ? x : w.f(x + 1); } }",
                "final class F { final F[] w = {}; @Parameter final double[] v = {1}; @Differentiable double f(double x) { double s = v[0]; for (F o : w) s += o.f(x); return s; } }",
                "final class F { @Differentiable static double f(double x) { double[] a = null; return a == null ? x : a[0]; } }",
                "final class F { @Differentiable static double f(double x) { return (x); } @Differentiable static double f(double[] x) { return x[0]; } }",
                "final class F { private F() { } @Differentiable double f(double x) { return x; } }",
                "final class F { @Differentiable private static double f(double x) { return x; } }",
                "final class F { static class FGradient { } @Differentiable static double f(double x) { return x; } }",
                "final class F { static class Tape { } static class Objects { } @Differentiable static double f(double[] x) { return x[0]; } }",
                "final class F { private static final class G { @Differentiable static double g(double x) { return x; } } @Differentiable static double f(double x) { return G.g(x); } }",
                "final class F { static final class F2 { static final class F3 { @Differentiable static double f(double x) { return x * 2; } } } @Differentiable static double f(double x) { return F2.F3.f(x); } }",
            })
    void survives(String source) {
        Compilation compilation = Compiled.compile(source);
        assertThat(messages(compilation)).noneMatch(message -> message.startsWith("[GW9"));
        assertThat(compilation.diagnostics().stream()
                        .filter(OddSourcesTest::isInGeneratedCode)
                        .toList())
                .isEmpty();
    }

    private static boolean isInGeneratedCode(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource() != null
                && diagnostic
                        .getSource()
                        .getName()
                        .matches(".*(Gradient|Tangent|Checker|Hessian|JacobianRows|JacobianColumns)\\.java");
    }
}
