package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Probe;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Rules for methods of other classes, such as a library's: {@code @RuleFor} and {@code @UseRules}. */
class LibraryRulesTest {

    /** Stands for a library, which knows nothing of derivatives. */
    private static final String LIBRARY = """
            class Library {
                private final double factor;
                Library(double factor) { this.factor = factor; }
                static double cube(double x) { return x * x * x; }
                static double[] squares(double[] x) { double[] y = new double[x.length]; java.util.Arrays.setAll(y, i -> x[i] * x[i]); return y; }
                static float[] squares(float[] x) { return x; }
                double scaled(double x) { return factor * x * x; }
            }""";

    private static final String RULES = """
            final class LibraryRules {
                @RuleFor(Library.class) @PartialDerivatives("cubeSlope") static double cube(double x) { return Library.cube(x); }
                @PartialDerivatives("cubeCurvature") static double cubeSlope(double x) { return 3 * x * x; }
                static double cubeCurvature(double x) { return 6 * x; }
                @Differentiable @RuleFor(Library.class) @CustomDerivative(reverse = "squaresReverse", forward = "squaresForward") static double[] squares(double[] x) { return Library.squares(x); }
                static void squaresReverse(double[] x, double[] resultBar, double[] xBar) { for (int i = 0; i < x.length; i++) xBar[i] = 2 * x[i] * resultBar[i]; }
                static double[] squaresForward(double[] x, double[] xDot) { double[] y = new double[x.length]; for (int i = 0; i < x.length; i++) y[i] = 2 * x[i] * xDot[i]; return y; }
                @Differentiable @RuleFor(Library.class) @CustomDerivative(reverse = "scaledReverse", forward = "scaledForward") static double scaled(Library library, double x) { return library.scaled(x); }
                static void scaledReverse(Library library, double x, double resultBar, double[] xBar) { xBar[0] = resultBar * 2 * library.scaled(1) * x; }
                static double scaledForward(Library library, double x, double xDot) { return xDot * 2 * library.scaled(1) * x; }
            }""";

    @Test
    void callsOfALibraryAreDifferentiatedByListedRules() {
        Probe.ofFirstOrder(LIBRARY, RULES, """
                @UseRules(LibraryRules.class) final class F {
                    final Library library = new Library(0.3); static F sample() { return new F(); }
                    @Differentiable double f(double[] x) {
                        double[] y = Library.squares(x); y[0] *= Library.cube(y[1]); double sum = 0;
                        for (double v : Library.squares(y)) sum += library.scaled(v) * Library.cube(v);
                        return sum;
                    }
                }""").agreesAt((Object) new double[] {0.3, -1.2, 0.8});
    }

    @Test
    void withSecondDerivatives() {
        Probe.of(
                        LIBRARY,
                        RULES.replaceAll(
                                "(?s)@Differentiable @RuleFor\\(Library.class\\) @CustomDerivative\\(reverse = .scaledR.*",
                                "}"),
                        """
                @UseRules(LibraryRules.class) final class F {
                    @Differentiable static double f(double[] x) {
                        double[] y = Library.squares(x); y[0] *= Library.cube(y[1]); double sum = 0;
                        for (double v : Library.squares(y)) sum += Library.cube(v);
                        return sum;
                    }
                }""")
                .agreesAt((Object) new double[] {0.3, -1.2, 0.8});
    }

    @Test
    void aClassUsesItsOwnRulesUnlisted() {
        Probe.ofFirstOrder(LIBRARY, """
                final class F {
                    @Differentiable static double f(double x) { return Library.cube(x) * x + other(x); }
                    static double other(double x) { return Library.squares(new double[] {x, 2 * x})[1]; }
                    @RuleFor(Library.class) @PartialDerivatives("slope") static double cube(double x) { return Library.cube(x); }
                    static double slope(double x) { return 3 * x * x; }
                    @RuleFor(Library.class) @CustomDerivative(reverse = "back", forward = "ahead") static double[] squares(double[] x) { return Library.squares(x); }
                    static void back(double[] x, double[] resultBar, double[] xBar) { for (int i = 0; i < x.length; i++) xBar[i] = 2 * x[i] * resultBar[i]; }
                    static double[] ahead(double[] x, double[] xDot) { double[] y = xDot.clone(); for (int i = 0; i < x.length; i++) y[i] *= 2 * x[i]; return y; }
                }""").agreesAt(0.7);
    }

    @Test
    void aRuleComesBeforeTheTable() {
        Probe.ofFirstOrder("""
                final class F {
                    @Differentiable static double f(double x) { return Math.tan(x) * Math.fma(x, x, 1); }
                    @RuleFor(Math.class) @PartialDerivatives("slope") static double tan(double x) { return Math.tan(x); }
                    static double slope(double x) { return 1 / (Math.cos(x) * Math.cos(x)); }
                }""").agreesAt(0.7);
    }

    @Test
    void methodsInheritedFromTheNamedClassHaveItsRule() {
        Probe.ofFirstOrder(
                        LIBRARY,
                        RULES,
                        "final class Special extends Library { Special() { super(0.7); } double inverse(double x) { return 1 / x; } }",
                        """
                        @UseRules(LibraryRules.class) final class F {
                            final Special special = new Special(); static F sample() { return new F(); }
                            @Differentiable double f(double x) { return special.scaled(x) * special.scaled(x * x); }
                        }""")
                .agreesAt(0.7);
    }

    @Test
    void aMatrixOperationCanHaveARule() {
        Probe.of("""
                final class F {
                    @Differentiable static double f(DMatrixRMaj m, double s) { DMatrixRMaj n = m.copy(); n.set(0, 1, s); double d = CommonOps_DDRM.det(n); n.set(0, 0, d); return d * CommonOps_DDRM.det(n); }
                    @Differentiable @RuleFor(CommonOps_DDRM.class) @CustomDerivative(reverse = "back", forward = "ahead") static double det(DMatrixRMaj mat) { return CommonOps_DDRM.det(mat); }
                    static void back(DMatrixRMaj mat, double resultBar, DMatrixRMaj matBar) {
                        matBar.set(0, 0, resultBar * mat.get(1, 1)); matBar.set(1, 1, resultBar * mat.get(0, 0)); matBar.set(0, 1, -resultBar * mat.get(1, 0)); matBar.set(1, 0, -resultBar * mat.get(0, 1));
                    }
                    static double ahead(DMatrixRMaj mat, DMatrixRMaj matDot) { return mat.get(0, 0) * matDot.get(1, 1) + matDot.get(0, 0) * mat.get(1, 1) - mat.get(0, 1) * matDot.get(1, 0) - matDot.get(0, 1) * mat.get(1, 0); }
                }""").agreesAt(new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}}), 0.9);
    }

    @Test
    void overloadsHaveRulesOfTheirOwn() {
        Probe.ofFirstOrder(
                        "final class Norms { static double norm(double x) { return Math.abs(x); } static double norm(double[] x) { return Math.hypot(x[0], x[1]); } }",
                        """
                        final class NormRules {
                            @RuleFor(Norms.class) @CustomDerivative(reverse = "ofNumber", forward = "numberAhead") static double norm(double x) { return Norms.norm(x); }
                            static void ofNumber(double x, double resultBar, double[] xBar) { xBar[0] = Math.signum(x) * resultBar; }
                            static double numberAhead(double x, double xDot) { return Math.signum(x) * xDot; }
                            @RuleFor(Norms.class) @CustomDerivative(reverse = "ofArray") static double norm(double[] x) { return Norms.norm(x); }
                            static void ofArray(double[] x, double result, double resultBar, double[] xBar) { for (int i = 0; i < 2; i++) xBar[i] = x[i] / result * resultBar; }
                        }""",
                        "@UseRules(NormRules.class) final class F { @Differentiable static double f(double[] x) { return Norms.norm(x) * Norms.norm(x[0]) + Norms.norm(x[1] - Norms.norm(x)); } }")
                .agreesAt((Object) new double[] {0.3, -1.2});
    }

    @Test
    void insideLambdas() {
        Probe.ofFirstOrder(LIBRARY, RULES, """
                @UseRules(LibraryRules.class) final class F {
                    @Differentiable static double f(double x, double y) { return midpoint(t -> Library.cube(t) * y + Library.squares(new double[] {t})[0], x) + midpoint(Library::cube, y); }
                    private static double midpoint(DoubleUnaryOperator g, double to) { double s = 0; for (int i = 0; i < 4; i++) s += g.applyAsDouble((i + 0.5) / 4 * to); return s / 4 * to; }
                }""").agreesAt(0.7, -0.4);
    }
}
