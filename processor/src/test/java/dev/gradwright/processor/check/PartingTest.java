package dev.gradwright.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.output.HtmlReport;
import dev.gradwright.check.output.JsonReport;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.PartingReport;
import dev.gradwright.check.report.PartingReport.Search;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Reflection;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failed checks of generated code name the line where tangent and adjoint part: that of a rule by hand always, any other on request. */
class PartingTest {

    /** Lines are counted from 1. */
    private static final String RULES = """
            final class Rules {
                @CustomDerivative(reverse = "back", forward = "ahead")
                static double[] waves(@Shape("n") double[] x, double s) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = s * Math.sin(x[i]); return y; }
                static void back(double[] x, double s, double[] resultBar, double[] xBar, double[] sBar) { for (int i = 0; i < x.length; i++) { xBar[i] = resultBar[i] * s * Math.cos(x[i]); sBar[0] += resultBar[i] * Math.sin(x[i]); } }
                static double[] ahead(double[] x, double[] xDot, double s, double sDot) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = s * Math.cos(x[i]) * xDot[i] + sDot * Math.sin(x[i]); return y; }
                @CustomDerivative(reverse = "cubeBack", forward = "cubeAhead")
                static double cube(double x) { return x * x * x; }
                static void cubeBack(double x, double resultBar, double[] xBar) { xBar[0] = 3 * x * x * resultBar; }
                static double cubeAhead(double x, double xDot) { return 3 * x * x * xDot; }
            }""";

    /** Calls them in a loop, in a helper of a helper, and in a loop of that. */
    private static final String CALLER = """
            final class F {
                @Differentiable static double f(@Shape("n") double[] x, double s) {
                    double sum = 0;
                    for (int i = 0; i < 3; i++) {
                        double[] y = Rules.waves(x, s + i);
                        sum += outer(y) * s;
                    }
                    return sum;
                }
                private static double outer(double[] y) { return inner(y, 1) + inner(y, 0.5); }
                private static double inner(double[] y, double c) { double t = 0; for (double v : y) t += c * Rules.cube(v); return t; }
            }""";

    private static final String WRONG_WAVES = RULES.replace("xBar[i] = resultBar[i] * s *", "xBar[i] = resultBar[i] *");
    private static final String WRONG_CUBE = RULES.replace("xBar[0] = 3 * x * x", "xBar[0] = 2 * x * x");

    @Test
    void aReverseRuleThatIsNotTheTransposeOfTheForwardRuleIsNamed() {
        GradientReport report = run("Rules", "waves", WRONG_WAVES);
        assertThat(lines(report)).containsExactly(at("Rules", 2, "Rules.waves by back and ahead"));
        assertThat(report.failures())
                .anyMatch(sentence -> sentence.startsWith(
                        "  tangent and adjoint part at Rules.java:" + line(2) + " (Rules.waves by back and ahead): "));
    }

    @Test
    void aForwardRuleThatIsWrongIsNamedToo() {
        GradientReport report = run("Rules", "cube", RULES.replace("return 3 * x * x * xDot", "return 3 * x * xDot"));
        assertThat(lines(report)).containsExactly(at("Rules", 6, "Rules.cube by cubeBack and cubeAhead"));
    }

    @Test
    void aRuleIsNamedThatIsCalledInALoopOfAnotherClass() {
        assertThat(lines(run("F", "f", WRONG_WAVES, CALLER)))
                .containsExactly(at("Rules", 2, "Rules.waves by back and ahead"));
    }

    @Test
    void aRuleIsNamedThatIsCalledSeveralHelpersDeep() {
        assertThat(lines(run("F", "f", WRONG_CUBE, CALLER)))
                .containsExactly(at("Rules", 6, "Rules.cube by cubeBack and cubeAhead"));
    }

    @Test
    void severalWrongRulesAreNamedFromTheEnd() {
        String both = WRONG_CUBE.replace("xBar[i] = resultBar[i] * s *", "xBar[i] = resultBar[i] *");
        assertThat(lines(run("F", "f", both, CALLER)))
                .containsExactly(
                        at("Rules", 6, "Rules.cube by cubeBack and cubeAhead"),
                        at("Rules", 2, "Rules.waves by back and ahead"));
    }

    @Test
    void aRuleOfTheSameClassIsNamed() {
        GradientReport report = run("F", "f", """
                final class F {
                    @Differentiable static double f(@Shape("n") double[] x) {
                        double sum = 0;
                        for (double v : x) sum += helper(v) * v;
                        return sum;
                    }
                    private static double helper(double v) { return cube(v + 1); }
                    @CustomDerivative(reverse = "back", forward = "ahead")
                    static double cube(double x) { return x * x * x; }
                    static void back(double x, double resultBar, double[] xBar) { xBar[0] = -3 * x * x * resultBar; }
                    static double ahead(double x, double xDot) { return 3 * x * x * xDot; }
                }""");
        assertThat(lines(report)).containsExactly(at("F", 8, "F.cube by back and ahead"));
    }

    @Test
    void aRuleForALibraryIsNamed() {
        GradientReport report = run(
                "F",
                "f",
                """
                final class LibraryRules {
                    @Differentiable @RuleFor(Library.class) @CustomDerivative(reverse = "back", forward = "ahead")
                    static double fifth(double x) { return Library.fifth(x); }
                    static void back(double x, double resultBar, double[] xBar) { xBar[0] = 5 * x * x * x * resultBar; }
                    static double ahead(double x, double xDot) { return 5 * x * x * x * x * xDot; }
                }""",
                "final class Library { static double fifth(double x) { return x * x * x * x * x; } }",
                """
                @UseRules(LibraryRules.class) final class F {
                    @Differentiable static double f(@Shape("n") double[] x) {
                        double sum = 0;
                        for (double v : x) sum += Library.fifth(v);
                        return sum;
                    }
                }""");
        assertThat(lines(report)).containsExactly(at("LibraryRules", 2, "LibraryRules.fifth by back and ahead"));
    }

    @Test
    void aModelsRuleIsNamedWhateverTheModelsAroundIt() {
        GradientReport report = run("Outer", "forward", """
                public final class Inner {
                    final int size;
                    public Inner(int n, RandomGenerator random) { size = n; }
                    @CustomDerivative(reverse = "back", forward = "ahead")
                    double[] forward(@Shape("n") double[] x) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = x[i] * x[i]; return y; }
                    void back(double[] x, double[] resultBar, double[] xBar) { for (int i = 0; i < x.length; i++) xBar[i] = x[i] * resultBar[i]; }
                    double[] ahead(double[] x, double[] xDot) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = 2 * x[i] * xDot[i]; return y; }
                }""", """
                public final class Outer {
                    @Parameter @Shape("n") final double[] scale;
                    final Inner inner;
                    public Outer(int n, RandomGenerator random) { scale = random.doubles(n).toArray(); inner = new Inner(n, random); }
                    @Differentiable public double forward(@Shape("n") double[] x) {
                        double[] y = inner.forward(inner.forward(x));
                        double sum = 0;
                        for (int i = 0; i < y.length; i++) sum += scale[i] * y[i];
                        return sum;
                    }
                }""");
        assertThat(lines(report)).containsExactly(at("Inner", 4, "Inner.forward by back and ahead"));
    }

    @Test
    void aReverseRuleWithoutAForwardRuleIsComparedWithDifferencesOfItsMethod() {
        String reverseOnly = ", forward = \"\\w+\"";
        assertThat(lines(run("F", "f", WRONG_WAVES.replaceAll(reverseOnly, ""), CALLER)))
                .containsExactly(at("Rules", 2, "Rules.waves by back"));
        GradientReport report = run("F", "f", WRONG_CUBE.replaceAll(reverseOnly, ""), CALLER);
        assertThat(lines(report)).containsExactly(at("Rules", 6, "Rules.cube by cubeBack"));
        assertThat(report.failures())
                .anyMatch(sentence -> sentence.startsWith("  differences and adjoint part at Rules.java:" + line(6)));
        assertThat(lines(run("F", "f", WRONG_CUBE.replace(", forward = \"cubeAhead\"", ""), CALLER)))
                .containsExactly(at("Rules", 6, "Rules.cube by cubeBack"));
    }

    @Test
    void argumentsOfAllKindsMove() {
        String source = """
                public final class F {
                    final Library library = new Library();
                    final List<String> names = List.of("a", "b");
                    @Differentiable public double f(@Shape("2, 2") double[][] a, @Shape("2, 3") DMatrixRMaj m, @Shape("n") double[] x) {
                        double s = 1;
                        for (int i = 0; i < 2; i++) { s += 0.5; DMatrixRMaj p = mixed(library, a, i, names, m, x, s); s = s * p.get(0, 1) + p.get(1, 2); }
                        return s;
                    }
                    @CustomDerivative(reverse = "back")
                    DMatrixRMaj mixed(Library library, double[][] a, int i, List<String> names, DMatrixRMaj m, double[] x, double s) {
                        DMatrixRMaj p = m.copy();
                        for (int k = 0; k < 6; k++) p.data[k] = m.data[k] * m.data[k] * s * a[i][k % 2] * library.factor + names.size() * x[0];
                        return p;
                    }
                    void back(Library library, double[][] a, int i, List<String> names, DMatrixRMaj m, double[] x, double s, DMatrixRMaj resultBar, double[][] aBar, DMatrixRMaj mBar, double[] xBar, double[] sBar) {
                        for (int k = 0; k < 6; k++) {
                            double b = resultBar.data[k], c = m.data[k] * m.data[k] * library.factor;
                            mBar.data[k] += b * 2 * m.data[k] * s * a[i][k % 2] * library.factor;
                            aBar[i][k % 2] += b * c * s;
                            sBar[0] += b * c * a[i][k % 2];
                            xBar[0] += b * names.size();
                        }
                    }
                }""";
        String library = "final class Library { final double factor = 0.7; }";
        assertThat(run("F", "f", library, source).failures()).isEmpty();
        GradientReport report =
                run("F", "f", library, source.replace("aBar[i][k % 2] += b * c * s", "aBar[i][k % 2] += b * c"));
        assertThat(lines(report)).containsExactly(at("F", 9, "F.mixed by back"));
        assertThat(parting(report).search()).isEqualTo(Search.DIFFERENCES);
    }

    @Test
    void rightRulesOfOneModePass() {
        GradientReport report = run("F", "f", RULES.replaceAll(", forward = \"\\w+\"", ""), CALLER);
        assertThat(report.failures()).isEmpty();
        assertThat(parting(report)).isEqualTo(PartingReport.none());
    }

    @Test
    void rightRulesOfOneModeAreNotAccusedOfWhatIsWrongElsewhere() {
        String right = RULES.replaceAll(", forward = \"\\w+\"", "");
        String caller = CALLER.replace("outer(y) * s", "slant(outer(y) * s)")
                .replaceAll(
                        "}\\s*$",
                        "@PartialDerivatives(\"slope\") static double slant(double x) { return x * x; } static double slope(double x) { return x; } }");
        GradientReport report = run("F", "f", right, caller);
        assertThat(report.isRight()).isFalse();
        assertThat(lines(report)).isEmpty();
    }

    @Test
    void nothingIsLookedForWhereNothingFails() {
        for (Compiled compiled : List.of(Compiled.of(RULES, CALLER), Compiled.traced(RULES, CALLER))) {
            GradientReport report = run(compiled, "F", "f");
            assertThat(report.failures()).isEmpty();
            assertThat(parting(report)).isEqualTo(PartingReport.none());
            assertThat(report.toString()).doesNotContain(" part ");
        }
    }

    @Test
    void whatNobodyListensToCostsNoMemory() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(RULES, CALLER, """
                public final class Steady implements Runnable {
                    private final RulesGradient rules = RulesGradient.create();
                    @Override public void run() {
                        for (int i = 0; i < 100; i++) { rules.cube(0.5 + i); rules.cubeBackward(1); }
                    }
                }""");
        Runnable steady = (Runnable) compiled.type("Steady").getConstructor().newInstance();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            steady.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void noLineIsClaimedWhereBothAreMadeFromTheSameWrongFormula() {
        GradientReport report = run("F", "f", """
                final class F {
                    @Differentiable static double f(@Shape("n") double[] x) { double s = 0; for (double v : x) s += square(v); return s; }
                    @PartialDerivatives("slope") static double square(double x) { return x * x; }
                    static double slope(double x) { return x; }
                }""");
        assertThat(report.isRight()).isFalse();
        assertThat(parting(report).search()).isEqualTo(Search.AGREED);
        assertThat(lines(report)).isEmpty();
    }

    @Test
    void reportsShowTheLine() {
        GradientReport report = run("F", "f", WRONG_CUBE, CALLER);
        String place = "Rules.java:" + line(6);
        assertThat(report.toString())
                .contains("  tangent and adjoint part at " + place)
                .containsPattern("line +statement +product after it +product before it\n +" + place);
        assertThat(JsonReport.of(report)).containsPattern("\"place\": \"" + place + "\"");
        assertThat(HtmlReport.of(report)).contains("Where tangent and adjoint part", ">" + place + "<");
    }

    private static List<Place> lines(GradientReport report) {
        return parting(report).lines().stream()
                .map(line -> new Place(line.place(), line.what()))
                .toList();
    }

    private record Place(String place, String what) {}

    private static Place at(String className, int line, String what) {
        return new Place(className + ".java:" + line(line), what);
    }

    private static int line(int inClass) {
        return Compiled.headerLines() + inClass;
    }

    private static PartingReport parting(GradientReport report) {
        return report.passes().get(0).parting();
    }

    private static GradientReport run(String className, String method, String... sources) {
        return run(Compiled.of(sources), className, method);
    }

    private static GradientReport run(Compiled compiled, String className, String method) {
        Method sample = Arrays.stream(
                        compiled.type(className + "GradientChecker").getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method + "Sample"))
                .findFirst()
                .orElseThrow();
        return ((GradientCheck) Reflection.call(sample, null, 3L)).run();
    }
}
