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

    private static final String FIELDS =
            "final class F { record Point(double x, double y) {} record Mesh(Point[] points) { double size() { return points[0].x; } }"
                    + " final Point[] points = {new Point(1, 2)}; final Mesh mesh = new Mesh(points); final Mesh[] meshes = {mesh};\n"
                    + "@Differentiable double f(double x) { ";

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
                        "final class F { record P<A>(A a) {}\n@Differentiable static double f(double x) { P<Double> p = new P<>(x);\n"
                                + "return p.a() == p.a() ? x : 0; } }",
                        3,
                        "[GW102] A comparison of objects that hold numbers cannot be differentiated. Put the numbers into double"
                                + " variables first."),
                refused(
                        "final class F { static <T> boolean same(T a, T b) {\nreturn a == b; }\n@Differentiable static double f(double x)"
                                + " { return same(x, x) ? x : 0; } }",
                        2,
                        "[GW102] A comparison of objects that hold numbers cannot be differentiated. Put the numbers into double"
                                + " variables first."),
                refused(
                        "final class F {\n@Differentiable static <T> double f(T t, double x) { return x; } }",
                        2,
                        "[GW208] f has type parameters, which callers choose and its gradient cannot know. Write the actual types"
                                + " here, or an interface that declares the method again with them; helper methods and records may have"
                                + " type parameters."),
                refused(
                        "final class F { static <T> T pick(T a, T b) { return a; }\n@Differentiable static double f(double x) {\nvar p ="
                                + " pick(1, x); return x; } }",
                        3,
                        "[GW121] The type of pick does not follow from its arguments here. Assign it to a variable that is declared"
                                + " with its type."),
                refused(
                        "final class F { static double kind(Object o) { return 1; } static double kind(double x) { return x; }\nstatic <T>"
                                + " double f(T t) {\nreturn kind(t); }\n@Differentiable static double g(double x) { return f(x); } }",
                        3,
                        "[GW308] A number that depends on active values becomes an object here, so its derivative would be lost."
                                + " Keep it in a double."),
                refused(
                        "final class F { record P<A, B>(A a, B b) {}\n@Differentiable static double f(double x) {\nP<Double, Double> p"
                                + " = new P<>(x, null); return p.a(); } }",
                        3,
                        "[GW116] null cannot be differentiated. Compare with it, but do not assign, pass or return it."),
                refused(
                        FIELDS + "Point[] p = points; return p[0].x; }}",
                        2,
                        "[GW123] points is or holds a Point[] that a field keeps, of which only elements, their components and the"
                                + " length can be read. Read what is needed of an element, or make an array in the method."),
                refused(
                        FIELDS + "points[0] = new Point(x, x); return x; }}",
                        2,
                        "[GW123] points is or holds a Point[] that a field keeps, of which only elements, their components and the"
                                + " length can be read. Read what is needed of an element, or make an array in the method."),
                refused(
                        FIELDS + "return mesh.size() * x; }}",
                        2,
                        "[GW123] mesh.size() is or holds a Point[] that a field keeps, of which only elements, their components and the"
                                + " length can be read. Read what is needed of an element, or make an array in the method."),
                refused(
                        FIELDS + "for (Mesh m : meshes) x *= 2; return x; }}",
                        2,
                        "[GW123] meshes is or holds a Point[] that a field keeps, of which only elements, their components and the"
                                + " length can be read. Read what is needed of an element, or make an array in the method."),
                refused(
                        "final class F { static final class Cell { double v; } final Cell cell = new Cell();\n@Differentiable double"
                                + " f(double x) { return cell.v * x; } }",
                        2,
                        "[GW125] cell is a t.F.Cell, whose objects change, so it cannot be read from a field. Keep its numbers in final"
                                + " arrays, or use a record."),
                refused(
                        "final class F { static double read(double x) { return new dev.gradwright.processor.testing.Pair.Doubled(x).value();"
                                + " }\n@Differentiable static double f(double x) { return read(x); } }",
                        1,
                        "[GW126] Doubled comes from a class file, in which its constructor or an accessor does more than to keep or to"
                                + " give a component. Pass its components instead, or declare the record in this module."),
                refused(
                        "final class F { static class Base { double[] rates; } static class Config extends Base { int n; }\n@Differentiable"
                                + " static double f(double x, Config c) { return x * c.rates[0]; } }",
                        2,
                        "[GW226] c is a t.F.Config, which holds numbers, but no derivative flows through its objects, so theirs would be"
                                + " zero. Mark it @Constant if that is meant; else pass the numbers, or a record of them."),
                refused(
                        "final class F {\n@Differentiable static double f(double x, List<double[]> all) { return x * all.get(0)[0]; } }",
                        2,
                        "[GW226] all is a java.util.List<double[]>, which holds numbers, but no derivative flows through its objects, so"
                                + " theirs would be zero. Mark it @Constant if that is meant; else pass the numbers, or a record of"
                                + " them."),
                refused(
                        "final class F { static final class Node { double v; Node next; }\n@Differentiable static double f(double x) { Node n"
                                + " = new Node();\nn.v = 2; return x * n.v; } }",
                        3,
                        "[GW129] n.v is a field of an object of Node, through which no derivative flows, because it contains objects like"
                                + " itself. Keep the numbers of all objects in arrays, and indices in place of references."),
                refused(
                        "final class F { interface Named {} static final class Item implements Named { double v; }\n@Differentiable static"
                                + " double f(double x) { Item n = new Item();\nn.v = 2; return x * n.v; } }",
                        3,
                        "[GW129] n.v is a field of an object of Item, through which no derivative flows, because it extends or implements"
                                + " another type. Make it a class of its own."),
                refused(
                        "final class F { static final double s = 2;\n@Differentiable static double f(double x, Object o) {\nif (o instanceof"
                                + " String s) x *= s.length(); return x * s; } }",
                        3,
                        "[GW102] A pattern whose variable has the name of a field cannot be differentiated. Call the variable otherwise."),
                refused(
                        "final class F { @Differentiable static final class G { double forward(double x) { return x; } } final List<G> all ="
                                + " List.of(new G());\n@Differentiable double f(double x) {\nfor (G g : all) x = g.forward(x); return x; } }",
                        3,
                        "[GW130] This gives a t.F.G, a differentiable object whose parameters would get no gradient here. Keep such"
                                + " objects in final fields, or in arrays in these."),
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
