package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import org.junit.jupiter.api.Test;

/** Models known by an interface, whose gradients are found at run time. */
class DispatchProgramsTest {

    private static final double[] X = {0.5, -1.2, 2.3};

    private static final String LAYER = """
            @Differentiable public interface Layer {
                double[] forward(double[] x);
                @Differentiable double scaled(double x, @Constant double c);
            }
            """;

    private static final String SCALE = """
            @Differentiable final class Scale implements Layer {
                @Parameter final double[] factor = {1.3};
                public double[] forward(double[] x) { double[] y = x.clone(); for (int i = 0; i < y.length; i++) y[i] *= factor[0] * y[i]; return y; }
                @Differentiable public double scaled(double x, @Constant double c) { return x * x * c * factor[0]; }
            }
            """;

    private static final String STACK = """
            final class Stack {
                @Differentiable static final class Twice implements Layer {
                    final Layer inner; Twice(Layer inner) { this.inner = inner; }
                    public double[] forward(double[] x) { return inner.forward(inner.forward(x)); }
                    @Differentiable public double scaled(double x, @Constant double c) { return Math.sin(inner.scaled(x, 2 * c)); }
                }
                record Plain(double[] none) implements Layer {
                    public double[] forward(double[] x) { return x; }
                    public double scaled(double x, double c) { return x; }
                }
            }
            """;

    @Test
    void implementationsAreFoundAtRunTime() {
        Probe.of(Compiled.of(Probe.secondOrder(LAYER, SCALE, STACK, """
                final class F {
                    final Layer[] layers = {new Scale(), new Stack.Twice(new Scale()), new Stack.Twice(new Stack.Twice(new Scale()))}; final Layer head = layers[0];
                    static F sample() { return new F(); }
                    @Differentiable double f(double[] x, double c) { double[] h = x; double s = 0; for (Layer layer : layers) { h = layer.forward(h); s += layer.scaled(h[0], 0.5) * head.scaled(c, 3); } for (double v : h) s += v; return s; }
                }""")), "F", "f")
                .withDifferenceTolerance(1e-4)
                .agreesAt(new double[] {0.4, -0.3, 0.6}, 0.7);
    }

    @Test
    void objectsGivenToAndByHelpers() {
        Probe.of(
                        Compiled.of(Probe.secondOrder(
                                "@Differentiable interface Map { double forward(double x); }", """
                @Differentiable final class Sine implements Map { @Parameter final double[] w; Sine(double w) { this.w = new double[] {w}; } public double forward(double x) { return Math.sin(x * w[0]); } }
                """, """
                @Differentiable final class Square implements Map { @Parameter final double[] w = {0.4}; public double forward(double x) { return x * x * w[0]; } }
                """, """
                final class F {
                    final Sine s = new Sine(1.2), t = new Sine(0.4); final Square q = new Square(); final Map[] all = {s, q, t, s};
                    static F sample() { return new F(); }
                    @Differentiable double f(double x, double[] y, int n) {
                        double v = twice(s, x) + twice(q, x) * chained(all, x, n) + choose(n > 2, s, t).forward(x);
                        Map l = n > 1 ? q : deepest(all, n); v += l.forward(v) + recursive(all, n, x); l = s; v += l.forward(v) + both(s, s, x) + both(s, t, x);
                        for (Map a : all) v += twice(a, v) * y[0];
                        return v + without(s, n) * x;
                    }
                    private static double twice(Map l, double x) { return l.forward(l.forward(x)) * 0.7; }
                    private static double both(Sine a, Sine b, double x) { return a == b ? a.forward(x) * b.forward(x) : b.forward(a.forward(x)); }
                    private static double chained(Map[] ls, double x, int n) { double h = x; for (int i = 0; i < n; i++) h = twice(ls[i % ls.length], h); return h; }
                    private static Sine choose(boolean c, Sine a, Sine b) { return c ? a : b; }
                    private static Map deepest(Map[] ls, int n) { for (int i = 0; i < ls.length; i++) { if (i * 2 >= n) return ls[i]; } return ls[0]; }
                    private static double recursive(Map[] ls, int n, double x) { return n <= 0 ? x : ls[n % 3].forward(recursive(ls, n - 1, x)); }
                    private static double without(Map l, int n) { return l == null ? 0 : n * 2.5; }
                }""")),
                        "F",
                        "f")
                .agreesAt(0.3, new double[] {0.1, 0.2}, 0)
                .agreesAt(0.3, new double[] {0.1, 0.2}, 2)
                .agreesAt(0.3, new double[] {0.1, 0.2}, 5);
    }

    @Test
    void sealedInterfacesAndInterfacesThatExtendOthers() {
        Probe.of(
                        Compiled.of(
                                """
                @Differentiable sealed interface Shape permits Shape.Disc, Shape.Box {
                    @Differentiable double area(double size);
                    @Differentiable final class Disc implements Shape { @Differentiable public double area(double size) { return 3 * size * size; } }
                    @Differentiable final class Box implements Shape { @Parameter final double[] sides = {2, 3}; @Differentiable public double area(double size) { return sides[0] * sides[1] * size; } }
                }""".replace("@Differentiable sealed", "sealed")
                                        .replace("@Differentiable final class", "final class"),
                                """
                final class F {
                    final Shape[] shapes = {new Shape.Disc(), new Shape.Box()}; static F sample() { return new F(); }
                    @Differentiable double f(double x) { double s = 0; for (int i = 0; i < 4; i++) s = shapes[i % 2].area(x + s) + s; return s; }
                }"""),
                        "F",
                        "f")
                .agreesAt(0.3);
    }

    @Test
    void fieldsAndMethodsOfASuperclass() {
        Probe.of(Compiled.of(Probe.secondOrder("""
                public abstract class Base {
                    @Parameter final double[] w = {1.5, 0.7}; final Scale scale = new Scale(); final double rate; Base(double rate) { this.rate = rate; }
                    @Differentiable public final double[] forward(double[] x) { double[] y = scale.forward(x).clone(); y[0] += inner(x[1]); return y; }
                    private double inner(double v) { return w[0] * v * v + rate; }
                    protected abstract String name();
                }""", """
                public class Middle extends Base {
                    @Parameter final double[] m = {0.3}; Middle() { super(2); }
                    @Differentiable final double bent(double v) { return Math.sin(v) * m[0] * w[1]; }
                    protected String name() { return "middle"; }
                }""", SCALE, LAYER, """
                final class F extends Middle {
                    @Parameter final double[] own = {0.2, 0.9}; static F sample() { return new F(); }
                    @Differentiable double f(double[] x) { double[] y = forward(super.forward(x)); return this.bent(y[0] * own[0]) + w[0] * m[0] * own[1] * scale.scaled(y[1], 2) + rate * y[2]; }
                }""")), "F", "f")
                .agreesAt((Object) X);
    }

    @Test
    void anImplementationThatWritesIntoItsArgumentHasAllMethodsAndRefusesToBeCalled() {
        Compiled compiled =
                Compiled.of("@Differentiable public interface Map { double[] forward(double[] x); }", """
                @Differentiable final class InPlace implements Map {
                    static InPlace sample() { return new InPlace(); }
                    public double[] forward(double[] x) { x[0] *= x[1]; return x; }
                }""", """
                final class F {
                    final Map map = new InPlace(); static F sample() { return new F(); }
                    @Differentiable double f(double[] x) { return map.forward(x)[0]; }
                }""");
        Probe.of(compiled, "InPlace", "forward").agreesAt((Object) X);
        assertThatThrownBy(() -> Probe.of(compiled, "F", "f").agreesAt((Object) X))
                .hasMessageContaining("InPlace.forward writes into an argument");
        assertThatThrownBy(() -> Generated.of(compiled, "InPlace", "InPlaceTangent")
                        .call("jacobianColumns", new double[] {1, 2}, new double[][] {{1, 0}}))
                .hasMessageContaining("InPlace.forward writes into an argument, so it cannot be run again");
    }

    @Test
    void aClassWithoutAGradientIsNamedWithTheFix() {
        Compiled compiled = Compiled.of(LAYER, SCALE, STACK, """
                final class F {
                    final Layer layer = new Stack.Plain(null); static F sample() { return new F(); }
                    @Differentiable double[] f(double[] x) { return layer.forward(x); }
                }""");
        assertThatThrownBy(() -> Probe.of(compiled, "F", "f").agreesAt((Object) X))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "t.Stack$Plain has no generated t.Stack_PlainGradient that is a LayerGradient. Annotate the class with"
                                + " @Differentiable and compile it with the processor.");
    }
}
