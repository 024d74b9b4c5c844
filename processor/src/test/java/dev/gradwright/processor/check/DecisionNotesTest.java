package dev.gradwright.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.KinkReport.Knowledge;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.processor.testing.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionNotesTest {

    private static PassReport at(String members, double... x) {
        return at(Compiled.of("public final class F {\n" + members + "\n}"), "F", x);
    }

    private static PassReport at(Compiled compiled, String type, double... x) {
        try {
            GradientCheck check = (GradientCheck) compiled.type(type + "GradientChecker")
                    .getMethod("f", double[].class)
                    .invoke(null, (Object) x);
            return check.run().passes().get(0);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void codeWithoutDecisionsIsKnownToBeSmooth() {
        PassReport pass = at(
                "@Differentiable public static double f(double[] x) { double s = 0; for (double v : x) s += Math.sin(v) * v; return s; }",
                0.3,
                -2);
        assertThat(pass.kinks().knowledge()).isEqualTo(Knowledge.NONE);
        assertThat(pass.kinks().sites()).isEmpty();
        assertThat(pass.verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void branchesOnIntegersAreNoKinks() {
        PassReport pass = at(
                "@Differentiable public static double f(double[] x) { double s = 0; for (int i = 0; i < x.length; i++) s += i > 0 ? x[i] * x[i] : x[i]; return s; }",
                0.3,
                -2);
        assertThat(pass.kinks().knowledge()).isEqualTo(Knowledge.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "branch|double f = 0; if (x[0] > 0) f = x[0]; return f;",
                "branch|return x[0] > 0 ? x[0] : 0;",
                "Math.max|return Math.max(0, x[0]);",
                "Math.min|return -Math.min(0, -x[0]);",
                "Math.abs|return (Math.abs(x[0]) + x[0]) / 2;",
                "loop|double f = 0; double left = x[0]; while (left > 0) { f += left; left -= 10; } return f;",
                "Math.hypot|return (Math.hypot(x[0], 0 * x[0]) + x[0]) / 2;",
                "(int)|return (1 + (int) (x[0] - 1)) * 0 + Math.max(0, x[0]);",
                "(byte)|return (byte) (300 * x[0]) * 0 + Math.max(0, x[0]);",
                "Math.floor|return Math.floor(x[0]) * 0 + Math.max(0, x[0]);",
                "Math.round|return Math.round(x[0] * 2) * 0 + Math.max(0, x[0]);",
                "%|return (x[0] + 1) % 1 * 0 + Math.max(0, x[0]);",
            })
    void everyDecisionIsNotedWithItsLine(String what, String body) {
        PassReport pass = at("@Differentiable public static double f(double[] x) {\n" + body + "\n}", 1e-7);
        int line = Compiled.headerLines() + 3;
        assertThat(pass.kinks().knowledge()).isEqualTo(Knowledge.LOGGED);
        assertThat(pass.kinks().sites()).contains(new KinkSite("F.java:" + line, what));
        assertThat(pass.kinks().straddling()).isEqualTo(1);
        assertThat(pass.verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void atTheKinkItselfTheSitesAreNamed() {
        PassReport pass =
                at("@Differentiable public static double f(double[] x) { return Math.abs(x[0]) + x[1]; }", 0, 1);
        Coordinate kink = pass.inputs().get(0).coordinates().get(0);
        assertThat(kink.verdict()).isEqualTo(Verdict.KINK);
        assertThat(kink.kink().orElseThrow().sites()).extracting(KinkSite::what).containsExactly("Math.abs");
        assertThat(pass.inputs().get(0).coordinates().get(1).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void decisionsInHelpersAndOtherModelsAreNoted() {
        Compiled compiled = Compiled.of(
                """
                public final class F {
                    @Differentiable public static double f(double[] x) { int k = largest(x); return G.g(x[k]) * x[0]; }
                    private static int largest(double[] x) { int k = 0; for (int i = 1; i < x.length; i++) if (x[i] > x[k]) k = i; return k; }
                }""",
                "public final class G { @Differentiable public static double g(double x) { return x < 1 ? x : 2 * x - 1; } }");
        PassReport pass = at(compiled, "F", 0.4, 0.4 + 1e-7);
        assertThat(pass.kinks().sites())
                .containsExactlyInAnyOrder(
                        new KinkSite("F.java:" + (Compiled.headerLines() + 3), "branch"),
                        new KinkSite("G.java:" + (Compiled.headerLines() + 1), "branch"));
        assertThat(pass.kinks().straddling()).isEqualTo(2);
        assertThat(pass.verdict().isFailure()).isFalse();
    }

    @Test
    void whatFunctionsWithGivenDerivativesDecideIsUnknown() {
        PassReport pass = at(
                "@Differentiable public static double f(double[] x) { return relu(x[0]); } @PartialDerivatives(\"step\") static double relu(double x) { return Math.max(0, x); } static double step(double x) { return x > 0 ? 1 : 0; }",
                1e-7);
        assertThat(pass.kinks().knowledge()).isEqualTo(Knowledge.UNKNOWN);
        assertThat(pass.verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void whatExtremesOfMatricesDecideIsUnknown() {
        PassReport pass = at(
                "@Differentiable public static double f(double[] x) { DMatrixRMaj a = new DMatrixRMaj(1, 2); a.set(0, 0, x[0]); a.set(0, 1, x[1]); return CommonOps_DDRM.elementMax(a); }",
                1,
                1 + 1e-7);
        assertThat(pass.kinks().knowledge()).isEqualTo(Knowledge.UNKNOWN);
        assertThat(pass.verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void integersThatDependOnNothingActiveAreNotNoted() {
        PassReport pass = at(
                "@Differentiable public static double f(double[] x) { int n = Math.max(x.length, 3); return n * x[Math.floorMod(n, 2)] + x[Math.abs(-1)]; }",
                1,
                2);
        assertThat(pass.kinks().knowledge()).isEqualTo(Knowledge.NONE);
    }
}
