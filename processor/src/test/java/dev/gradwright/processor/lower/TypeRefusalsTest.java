package dev.gradwright.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.gradwright.processor.testing.Compiled;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What types cannot do is refused once, at its line, and callers of the refused class still compile. */
class TypeRefusalsTest {

    private static Arguments refused(String source, int line, String text) {
        return Arguments.of(source, line, text);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        "final class F { record P(double x, double y) {}\n@Differentiable static double f(P p) { return p.x(); }\n"
                                + "@Differentiable static double f(double x, double y) { return x * y; } }",
                        3,
                        "[GW206] f would share generated members with another differentiable method: both take double, double."
                                + " Rename one of them."),
                refused(
                        "final class F { interface A { @Differentiable double f(double x); } interface B { @Differentiable double"
                                + " f(double[] x); }\nstatic final class C implements A, B { @Differentiable public double f(double x) {"
                                + " return x; }\n@Differentiable public double f(double[] x) { return x[0]; } } }",
                        3,
                        "[GW206] f would share generated members with another differentiable method: both begin with f. Rename one"
                                + " of them."),
                refused(
                        "final class F { interface A { @Differentiable double f(double x); } interface B { @Differentiable double"
                                + " f(double x); @Differentiable double f(double[] x); }\nstatic final class C implements A, B {\n"
                                + "@Differentiable public double f(double x) { return x; }\n@Differentiable public double f(double[] x)"
                                + " { return x[0]; } } }",
                        3,
                        "[GW206] f would share generated members with another differentiable method: B alone calls them fOfDouble."
                                + " Rename one of them."),
                refused(
                        "final class F {\n@Differentiable static double f(double x) { return x; } @Differentiable static double"
                                + " f(double[] x) { return x[0]; }\n@Differentiable static double fOfDouble(double x) { return x; } }",
                        3,
                        "[GW206] fOfDouble would share generated members with another differentiable method: both begin with"
                                + " fOfDouble. Rename one of them."),
                refused(
                        "final class F {\n@Differentiable double forward(double zero, double[] model) { return zero * model[0]; }\n"
                                + "double use() { return FGradient.of(this).forward(1, new double[1]) + FTangent.of(this).forwardDot(); } }",
                        1,
                        "[GW215] zero clashes with a name that the generated class uses itself. Choose another name."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isOneErrorAtItsLine(String source, int line, String text) {
        Compilation compilation = Compiled.compile(source);
        assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)))
                .containsExactly(text);
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(Compiled.headerLines() + line);
    }
}
