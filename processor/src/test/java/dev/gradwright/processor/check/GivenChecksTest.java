package dev.gradwright.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.processor.testing.Compiled;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated checks of derivatives given by hand: a wrong rule fails, in whatever mode. */
class GivenChecksTest {

    private static final String BOTH = """
            final class F {
                @CustomDerivative(reverse = "back", forward = "ahead") static double[] waves(@Shape("n") double[] x, double s) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = s * Math.sin(x[i]); return y; }
                static void back(double[] x, double s, double[] resultBar, double[] xBar, double[] sBar) { for (int i = 0; i < x.length; i++) { xBar[i] = resultBar[i] * s * Math.cos(x[i]); sBar[0] += resultBar[i] * Math.sin(x[i]); } }
                static double[] ahead(double[] x, double[] xDot, double s, double sDot) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = s * Math.cos(x[i]) * xDot[i] + sDot * Math.sin(x[i]); return y; }
            }""";

    private static final String REVERSE_ONLY =
            BOTH.replace(", forward = \"ahead\"", "").replaceAll("static double\\[] ahead.*", "");
    private static final String FORWARD_ONLY =
            BOTH.replace("reverse = \"back\", ", "").replaceAll("static void back.*", "");

    @Test
    void rightRulesPassInEveryMode() {
        for (String source : List.of(BOTH, REVERSE_ONLY, FORWARD_ONLY)) {
            GradientReport report = report("waves", source);
            assertThat(report.failures()).isEmpty();
            assertThat(report.passes().get(0).inputs()).hasSize(2);
            assertThat(outcome(report, Stage.DOT_PRODUCT))
                    .isEqualTo(source.equals(BOTH) ? Outcome.PASSED : Outcome.SKIPPED);
            assertThat(outcome(report, Stage.PRIMAL))
                    .isEqualTo(source.equals(FORWARD_ONLY) ? Outcome.SKIPPED : Outcome.PASSED);
        }
    }

    @Test
    void aWrongReverseRuleFailsAndIsNamed() {
        GradientReport report = report("waves", REVERSE_ONLY.replace("resultBar[i] * s *", "resultBar[i] *"));
        assertThat(report.failures().get(0))
                .startsWith("F.waves (by back): the gradient of x (3) at [")
                .contains("is wrong: analytic");
    }

    @Test
    void aWrongForwardRuleFails() {
        GradientReport report = report("waves", FORWARD_ONLY.replace("+ sDot", "- sDot"));
        assertThat(report.failures().get(0))
                .startsWith("F.waves (by ahead): the gradient of s (number) at [0] is wrong");
    }

    @Test
    void rulesThatContradictEachOtherFail() {
        GradientReport report = report("waves", BOTH.replace("+ sDot", "- sDot"));
        assertThat(report.failures().get(0)).startsWith("F.waves (by back and ahead): tangent and adjoint disagree");
    }

    @Test
    void aRecordWithAnotherResultFails() {
        GradientReport report = report("cube", """
                final class F {
                    record Kept(double result, double square) {}
                    @CustomDerivative(reverse = "back", record = "keep") static double cube(double x) { return x * x * x; }
                    static Kept keep(double x) { return new Kept(x * x, x * x); }
                    static void back(Kept record, double resultBar, double[] xBar) { xBar[0] = resultBar * 3 * record.square(); }
                }""");
        assertThat(report.failures().get(0)).contains("the gradient's forward gives");
    }

    @Test
    void aLibraryRuleThatComputesSomethingElseFails() {
        GradientReport report = report("cbrt", """
                final class F {
                    @RuleFor(Math.class) @PartialDerivatives("slope") static double cbrt(double x) { return Math.sqrt(x); }
                    static double slope(double x) { return 1; }
                }""");
        assertThat(report.failures().get(0)).contains("the gradient's forward gives");
    }

    @Test
    void callersOfAOneModeRuleAreCheckedInThatMode() {
        String caller =
                "final class G { @Differentiable static double g(@Shape(\"n\") double[] x) { double s = 0; for (double v : F.waves(x, 2)) s += v * v; return s; } }";
        for (String rule : List.of(REVERSE_ONLY, FORWARD_ONLY)) {
            GradientReport report = run(Compiled.of(rule, caller), "G", "g");
            assertThat(report.failures()).isEmpty();
            assertThat(outcome(report, Stage.DOT_PRODUCT)).isEqualTo(Outcome.SKIPPED);
            assertThat(report.passes().get(0).inputs()).hasSize(1);
        }
    }

    private static Outcome outcome(GradientReport report, Stage stage) {
        return report.passes().get(0).stages().stream()
                .filter(other -> other.stage() == stage)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static GradientReport report(String method, String... sources) {
        return run(Compiled.of(sources), "F", method);
    }

    private static GradientReport run(Compiled compiled, String type, String method) {
        Method sample = Arrays.stream(compiled.type(type + "GradientChecker").getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method + "Sample"))
                .findFirst()
                .orElseThrow();
        sample.setAccessible(true);
        try {
            return ((GradientCheck) sample.invoke(null, 3L)).run();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
