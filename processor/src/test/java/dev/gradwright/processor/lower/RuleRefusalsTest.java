package dev.gradwright.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.gradwright.processor.testing.Compiled;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in derivatives given by hand: code, line and text of what is said. */
class RuleRefusalsTest {

    private static final String BACK = "static void back(double resultBar, double[] xBar) { xBar[0] = resultBar; }";
    private static final String AHEAD = "static double ahead(double xDot) { return xDot; }";
    private static final String LIBRARY =
            "final class L { static double twice(double x) { return 2 * x; } static int count(double x) { return 1; } double at(double x) { return x; } static double at(L l, double x) { return x; } static double risky(double x) throws Exception { return x; } }";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                f(
                        "@CustomDerivative static double f(double x) { return x; }",
                        2,
                        "[GW240] @CustomDerivative of f names no rule. Name a method: reverse = \"...\", forward = \"...\", or both."),
                f(
                        "@CustomDerivative(reverse = \"nowhere\") static double f(double x) { return x; }",
                        2,
                        "[GW241] The reverse rule of f is to be nowhere, but F has no method of that name. Give it one, not overloaded."),
                f(
                        "@CustomDerivative(forward = \"ahead\") static double f(double x) { return x; } static double ahead(float xDot) { return 1; } "
                                + AHEAD,
                        2,
                        "[GW241] The forward rule of f is to be ahead, but F has more than one method of that name. Give it one, not overloaded."),
                rule(
                        "void back(double resultBar, double[] xBar) { }",
                        "[GW242] back, the reverse rule of f, must be static, as that is."),
                rule(
                        "private static void back(double resultBar, double[] xBar) { }",
                        "[GW242] back, the reverse rule of f, must not be private, since generated code calls it."),
                rule(
                        "static <T> void back(double resultBar, double[] xBar) { }",
                        "[GW242] back, the reverse rule of f, must have no type parameters."),
                rule(
                        "static void back(double resultBar, double[] xBar) throws Exception { }",
                        "[GW242] back, the reverse rule of f, must throw no checked exception."),
                rule(
                        "static double back(double resultBar, double[] xBar) { return 1; }",
                        "[GW242] back, the reverse rule of f, must return nothing: it writes the shares of the arguments into what it is given."),
                f(
                        "@CustomDerivative(forward = \"ahead\") static double f(double x) { return x; }\nstatic int ahead(double xDot) { return 1; }",
                        3,
                        "[GW242] ahead, the forward rule of f, must return double, the derivative of the result."),
                f(
                        "@CustomDerivative(reverse = \"back\", record = \"keep\") static double f(double x) { return x; } "
                                + BACK + "\nstatic String keep(double x) { return \"\"; }",
                        3,
                        "[GW242] keep, the record rule of f, must return an object of a class that is not private, has no type parameters, and has a method double result()."),
                f(
                        "@CustomDerivative(reverse = \"back\", record = \"keep\") static double f(double x) { return x; } "
                                + BACK + "\nstatic Kept keep(int x) { return null; } record Kept(double result) {}",
                        3,
                        "[GW242] keep, the record rule of f, must take the same arguments."),
                f(
                        "@CustomDerivative(forward = \"ahead\", record = \"keep\") static double f(double x) { return x; } "
                                + AHEAD + "\nstatic Kept keep(double x) { return null; } record Kept(double result) {}",
                        3,
                        "[GW242] keep, the record rule of f, must serve a reverse rule, and there is none."),
                rule(
                        "static void back(double resultBar, double[] yBar) { }",
                        "[GW243] yBar is nothing that back, the reverse rule of f, could be given. It may take x, result, xBar, resultBar."),
                rule(
                        "static void back(double resultBar, double xBar) { }",
                        "[GW244] xBar of back has type double, but what it is given is double[]. Change the type."),
                f(
                        "@CustomDerivative(reverse = \"back\") static double f(double x, List<Double> all) { return x; }\nstatic void back(double resultBar, double[] xBar, List<String> all) { }",
                        3,
                        "[GW244] all of back has type java.util.List<java.lang.String>, but what it is given is java.util.List<java.lang.Double>. Change the type."),
                rule(
                        "static void back(double resultBar, double x) { }",
                        "[GW245] back, the reverse rule of f, does not take xBar. Without it the derivative would be wrong; take it, or mark an argument through which none flows @Constant."),
                rule(
                        "static void back(double[] xBar) { }",
                        "[GW245] back, the reverse rule of f, does not take resultBar. Without it the derivative would be wrong; take it, or mark an argument through which none flows @Constant."),
                f(
                        "@CustomDerivative(reverse = \"back\", record = \"keep\") static double f(double x) { return x; } static Kept keep(double x) { return null; } record Kept(double result) {}\n"
                                + BACK,
                        3,
                        "[GW245] back, the reverse rule of f, does not take record. Without it the derivative would be wrong; take it, or mark an argument through which none flows @Constant."),
                f(
                        "@CustomDerivative(reverse = \"back\") static double f(double x, int result) { return x; } "
                                + BACK,
                        2,
                        "[GW246] Two things that rules of f take would be called result, and rules say by names what they take. Rename the argument."),
                f(
                        "@CustomDerivative(reverse = \"back\") static double f(double x, double[] xBar) { return x; } "
                                + BACK,
                        2,
                        "[GW246] Two things that rules of f take would be called xBar, and rules say by names what they take. Rename the argument."),
                f(
                        "@CustomDerivative(reverse = \"back\") double f(double x) { return x; } void back(double resultBar, double[] xBar) { } @Parameter final double[] w = {1};",
                        2,
                        "[GW247] f is an object's method with a derivative given by hand, which knows nothing of the parameters in F. Make the method static and pass what it needs as arguments."),
                f(
                        "record Point(double x, double y) {}\n@CustomDerivative(reverse = \"back\") static double f(Point p) { return 1; } static void back() { }",
                        3,
                        "[GW248] p is a Point, which a method with @CustomDerivative cannot take or return. Use double, DMatrixRMaj, or arrays of either."),
                f(
                        "@CustomDerivative(reverse = \"back\") @PartialDerivatives(\"ahead\") static double f(double x) { return x; } "
                                + BACK + AHEAD,
                        2,
                        "[GW249] f has two rules, @CustomDerivative and @PartialDerivatives. Keep one."),
                f(
                        "@CustomDerivative(reverse = \"back\") static double f(@Constant double x, int n) { return x; } static void back(double resultBar) { }",
                        2,
                        "[GW254] f takes nothing that carries a derivative, so it has none to give by hand. Remove @CustomDerivative, or @Constant from an argument."),
                f(
                        "@RuleFor(L.class) @PartialDerivatives(\"slope\") static double twice(double[] x) { return 1; }",
                        2,
                        "[GW250] @RuleFor: L has no method twice(double[]). A rule has the name and the parameter types of the method, after the object where that needs one."),
                f(
                        "@RuleFor(L.class) static double twice(double x) { return L.twice(x); }",
                        2,
                        "[GW251] twice is a rule for L.twice, so it must have @CustomDerivative or @PartialDerivatives beside @RuleFor."),
                f(
                        "@RuleFor(L.class) @CustomDerivative(reverse = \"back\") double twice(double x) { return L.twice(x); } void back(double resultBar, double[] xBar) { }",
                        2,
                        "[GW251] twice is a rule for L.twice, so it must be static."),
                f(
                        "@RuleFor(L.class) @CustomDerivative(reverse = \"back\") static double count(double x) { return 1; } "
                                + BACK,
                        2,
                        "[GW251] count is a rule for L.count, so it must return int like it."),
                f(
                        "@RuleFor(L.class) @CustomDerivative(reverse = \"back\") static double at(L l, double x) { return 1; } "
                                + BACK,
                        2,
                        "[GW251] at is a rule for L.at, so it must be for one method, but it may be for a static one or for an object's."),
                f(
                        "@RuleFor(L.class) @CustomDerivative(reverse = \"back\") static double risky(double x) { return 1; } "
                                + BACK,
                        2,
                        "[GW251] risky is a rule for L.risky, so it must be for a method that throws no checked exception."),
                Arguments.of(
                        List.of("interface F {\n@CustomDerivative(reverse = \"back\") double f(double x); }"),
                        2,
                        "[GW210] f has no body to differentiate. Annotate the method that implements it."),
                Arguments.of(
                        List.of(
                                "@UseRules(L.class)\nfinal class F { @Differentiable static double f(double x) { return x; } }",
                                LIBRARY),
                        2,
                        "[GW252] @UseRules lists L, which has no method with @RuleFor. Remove it, or mark its rules."),
                Arguments.of(
                        List.of(
                                "@UseRules({A.class, B.class}) final class F { @Differentiable static double f(double x) {\nreturn L.twice(x); } }",
                                rules("A"),
                                rules("B"),
                                LIBRARY),
                        2,
                        "[GW249] L.twice has two rules, A.twice and B.twice. Keep one."),
                second(
                        "reverse = \"back\"",
                        BACK,
                        "[GW253] f has a derivative given by hand. For second derivatives, give a reverse and a forward rule, and no record, or leave secondOrder out."),
                second(
                        "reverse = \"back\", forward = \"ahead\"",
                        AHEAD + "\nstatic void back(double resultBar, double[] xBar) { xBar[0] = ahead(resultBar); }",
                        "[GW253] back has a derivative given by hand. For second derivatives, let back call nothing but functions of numbers and matrix operations, or leave secondOrder out."),
                second(
                        "reverse = \"back\", forward = \"ahead\"",
                        AHEAD
                                + "\nstatic void back(double resultBar, double[] xBar) { Object boxed = resultBar; xBar[0] = resultBar; }",
                        "[GW253] back has a derivative given by hand. For second derivatives, keep numbers in double, or leave secondOrder out."));
    }

    private static Arguments f(String members, int line, String message) {
        return Arguments.of(List.of("final class F {\n" + members + " }", LIBRARY), line, message);
    }

    private static Arguments rule(String rule, String message) {
        return f("@CustomDerivative(reverse = \"back\") static double f(double x) { return x; }\n" + rule, 3, message);
    }

    private static Arguments second(String rules, String members, String message) {
        int line = members.contains("\n") ? 3 : 2;
        return f(
                "@Differentiable(secondOrder = true) @CustomDerivative(" + rules
                        + ") static double f(double x) { return x; } " + members,
                line,
                message);
    }

    private static String rules(String name) {
        return "final class " + name
                + " { @RuleFor(L.class) @PartialDerivatives(\"two\") static double twice(double x) { return L.twice(x); } static double two(double x) { return 2; } }";
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isRefusedWhereItStands(List<String> sources, int line, String message) {
        Compilation compilation = Compiled.compile(sources.toArray(String[]::new));
        assertThat(compilation.errors())
                .as("%s", compilation.diagnostics())
                .anySatisfy(error -> {
                    assertThat(error.getMessage(Locale.ROOT)).isEqualTo(message);
                    assertThat(error.getLineNumber() - Compiled.headerLines()).isEqualTo(line);
                })
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).startsWith("[GW"));
    }

    @Test
    void aClassThatIsNotThereIsTheCompilersBusiness() {
        String rule =
                "final class R { @RuleFor(Nowhere.class) @PartialDerivatives(\"two\") static double twice(double x) { return 2 * x; } static double two(double x) { return 2; } }";
        String user =
                "@UseRules(Missing.class) final class F { @Differentiable static double f(double x) { return L.twice(x); } }";
        assertThat(Compiled.compile(rule, user, LIBRARY).errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).startsWith("cannot find symbol"));
    }
}
