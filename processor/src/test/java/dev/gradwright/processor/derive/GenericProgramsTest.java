package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Checks;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generic methods and records, read for what their type parameters stand for. */
class GenericProgramsTest {

    private static final double[] Y = {0.4, -0.7};

    private static final String PAIR = """
            record Pair<A, B>(A first, B second) {
                Pair<B, A> swap() { return new Pair<>(second, this.first); }
                static <T> Pair<T, T> twin(T t) { return new Pair<>(t, t); }
                <C> Pair<A, C> with(C c) { A keep = first; return new Pair<A, C>(keep, c); }
                boolean shares(Pair<A, B> o) { return o.first == first; }
            }
            """;

    private static Probe f(String members) {
        return Probe.of("final class F {\n" + members + "\n}");
    }

    @Test
    void methodsOfNumbersArraysMatricesAndRecords() {
        f("""
                record Vec(double x, double y) {}
                static <T> T pick(boolean c, T a, T b) { if (c) return a; T r; r = c ? a : b; return r; }
                static <T> T same(T t) { T u, v; u = v = t; return u; }
                static <T> T last(T[] ts) { T r = ts[0]; for (T t : ts) r = t; T[] us = ts; for (int i = 0; i < us.length; i++) r = us[i]; return r; }
                @Differentiable static double f(double x, double[] y, int n) {
                    DMatrixRMaj m = same(new DMatrixRMaj(2, 2)); same(m).set(0, 1, x * x); double[] z = pick(n > 1, y, new double[] {x, x * y[1]});
                    double v = pick(n > 2, x, x * y[0]) + z[0] * z[1] + m.get(0, 1) + last(new double[][] {y, {x, 2 * x}})[1];
                    Vec p = pick(n > 1, new Vec(x, v), last(new Vec[] {new Vec(v, 1), new Vec(y[0], x)})); int k = pick(n > 2, 3, n); String s = pick(true, "a", "bc");
                    return v * p.x() + p.y * k * s.length() + pick(n > 2, 1.0, 2.0);
                }""").agreesAt(0.3, Y, 1).agreesAt(0.3, Y, 2).agreesAt(0.3, Y, 3);
    }

    @Test
    void boundsAreWhatTheirMethodsAreFoundBy() {
        Probe.of(
                        Compiled.of(Probe.secondOrder(
                                "@Differentiable interface Map { double forward(double x); }",
                                "@Differentiable final class Sine implements Map { @Parameter final double[] w = {0.8}; public double forward(double x) { return Math.sin(x * w[0]); } }",
                                "@Differentiable final class Square implements Map { @Parameter final double[] w = {0.4}; public double forward(double x) { return x * x * w[0]; } }",
                                """
                final class F {
                    interface Shape { double area(); double r(); }
                    record Box(double x, double y) implements Shape { public double area() { return x * y; } public double r() { return x; } }
                    record Disc(double r) implements Shape { public double area() { return 3 * r * r; } }
                    final Sine s = new Sine(); final Square q = new Square(); final Map[] all = {s, q}; static F sample() { return new F(); }
                    private static <S extends Shape> double area(S shape) { return shape.area() * shape.r(); }
                    private static <S extends Shape> double total(S[] all) { double t = 0; for (S s : all) { S u = s; t += area(u); } return t; }
                    private static <L extends Map> double twice(L l, double x) { L m = l; return m.forward(l.forward(x)); }
                    private static <L> L pick(boolean c, L a, L b) { return c ? a : b; }
                    @Differentiable double f(double x, int n) {
                        double v = area(new Box(x, x * x)) + area(new Disc(x)) + total(new Box[] {new Box(x, 2), new Box(1, x)});
                        Map l = pick(n > 1, s, q); for (Map m : all) v += twice(m, v); Sine t = pick(true, s, s);
                        return twice(s, v) + twice(q, x) + l.forward(x) + pick(n > 1, all[0], all[1]).forward(v) * t.forward(v);
                    }
                }""")),
                        "F",
                        "f")
                .agreesAt(0.3, 1)
                .agreesAt(0.3, 2);
    }

    @Test
    void recordsAndTheirMethods() {
        f(PAIR + """
                record Vec(double x, double y) { Vec times(double c) { return new Vec(c * x, c * y); } }
                @Differentiable static double f(double x, double[] y, int n) {
                    Pair<double[], Double> p = new Pair<>(y, x * x); var r = p.swap(); double v = r.first() * r.second()[1];
                    var both = new Pair<>(p, new Vec(x, y[0])); v += both.first().second() * both.second().x() + both.second.times(2).y;
                    var w = p.with(new Vec(v, x)); v += w.second().y() * w.first()[0]; if (w.first() == y) v += x; if (p.shares(p)) v *= 1.1;
                    double m = p.second(); var held = p.second(); v += m + held * (n > 1 ? p.second() : r.first()) + Pair.twin(x).second() + Pair.twin(new Vec(x, x)).first().x;
                    Pair<Pair<double[], Double>, int[]> nested = new Pair<>(p, new int[] {n}); for (int i = 0; i < n; i++) nested = new Pair<>(new Pair<>(y.clone(), nested.first().second() * x), nested.second());
                    return v + nested.first.second * nested.second()[0];
                }""").agreesAt(0.3, Y, 1).agreesAt(0.3, Y, 3);
    }

    @Test
    void constructorsShadowedParametersAndRecursion() {
        f("""
                record Two<A, B>(A first, B second) { Two { Objects.requireNonNull(first); } Two(A only, B b, int n) { this(only, b); } Two<Two<A, B>, A> nest() { return new Two<>(this, first); } }
                record Tri<T>(T a, T b, T c) { Tri(T t) { this(t, t, t); } T pick(int i) { return i == 0 ? a : i == 1 ? b : c; } <T> T other(T t) { T u = t; return u; } static <T, S> Tri<T> of(T t, S s) { return new Tri<>(t); } }
                private static <A, B> double swapped(Two<A, B> p, int n) { return n <= 0 ? 1 : swapped(new Two<>(p.second(), p.first()), n - 1) * 2; }
                private static <T> T deep(Two<T, T> p, int n) { T t = n > 1 ? p.first() : p.second; return n <= 0 ? t : deep(new Two<>(t, p.first()), n - 1); }
                @Differentiable static double f(double x, double[] y, int n) {
                    var p = new Two<>(y, x, 3).nest(); double v = p.first().second() * p.second()[1] + p.first.first()[0];
                    Tri<Double> t = new Tri<>(x, y[0], x * y[1]); for (int i = 0; i < n; i++) t = new Tri<>(t.b(), t.c(), t.a() * t.pick(i));
                    Tri<Tri<Double>> all = new Tri<>(t, t, new Tri<>(v)); v += t.a + t.pick(1) * t.c() + all.pick(n % 3).b() + Tri.of(y, "s").pick(2)[0] + t.other(y)[1];
                    return v + deep(new Two<>(x, x * v), n) + swapped(new Two<>(y, 2.0 * x), n) * x;
                }""").agreesAt(0.3, Y, 0).agreesAt(0.3, Y, 2).agreesAt(0.3, Y, 4);
    }

    @Test
    void classesThatChangeAndFunctionsOfArrays() {
        Probe.of("""
                final class F {
                    static final class Box<T> { T value; int n; Box(T v) { value = v; } void set(T v) { value = v; n++; } T get() { return value; } }
                    record Pair<A, B>(A first, B second) {}
                    final Pair<double[], Double> constant = new Pair<>(new double[] {1, 2}, 3.0); static F sample() { return new F(); }
                    private static <T> T iterate(UnaryOperator<T> f, T x, int n) { T r = x; for (int i = 0; i < n; i++) r = f.apply(r); return r; }
                    @Differentiable double f(double x, double[] y, int n) {
                        Box<double[]> box = new Box<>(y.clone()), same = box; same.value[0] *= x; box.set(new double[] {x, x * x}); double v = same.get()[1] + box.n;
                        Box<Double> number = new Box<>(x); number.set(number.get() * number.value); v += number.value; number.value *= 2.0; v += number.get();
                        v += constant.second() * x + constant.first()[1] * x;
                        return v + iterate(q -> new double[] {q[0] * q[1] * x, q[1] + 0.1}, y, n)[0];
                    }
                }""").agreesAt(0.3, Y, 0).agreesAt(0.3, Y, 3);
    }

    @Test
    void recordsAtTheBorder() {
        Compiled compiled = Compiled.of("record Pair<A, B>(A first, B second) {}", """
                final class F {
                    @Differentiable static Pair<double[], Double> split(double c, double[] x) { return new Pair<>(x.clone(), x[0] * c); }
                    @Differentiable static double sum(Pair<double[], Double> p, double c) { return p.first()[0] * p.second() * c; }
                    @Differentiable static double both(double[] x) { return G.product(split(x[1], x)) + sum(new Pair<>(x, x[1]), 2); }
                }""", """
                final class G { @Differentiable static double product(Pair<double[], Double> p) { return p.first()[1] * p.second(); } }
                """);
        Checks.pass(compiled, "F", "split", 0.7, Y);
        Checks.pass(compiled, "F", "sum", Y, 0.6, 2.0);
        Checks.pass(compiled, "F", "both", (Object) Y);
    }

    @Test
    void aGenericInterfaceWhoseMethodIsDeclaredAgain() {
        Probe.of(
                        Compiled.of(
                                "interface Map<T> { T forward(T x); }",
                                "@Differentiable interface VectorMap extends Map<double[]> { double[] forward(double[] x); }",
                                "@Differentiable final class Scale implements VectorMap { @Parameter final double[] w = {0.8}; public double[] forward(double[] x) { double[] y = x.clone(); y[0] *= w[0] * x[1]; return y; } }",
                                "final class F { final VectorMap map = new Scale(); static F sample() { return new F(); } @Differentiable double f(double[] x) { return map.forward(map.forward(x))[0]; } }"),
                        "F",
                        "f")
                .agreesAt((Object) Y);
    }

    @Test
    void overloadsAliasesAndArraysOfParameters() {
        Compiled compiled = Compiled.of("""
                final class F {
                    record Pair<A, B>(A first, B second) {}
                    record Holder<T>(T[] items, T one) { T at(int i) { return items[i]; } int size() { return items.length; } Holder<T> with(T t) { T[] copy = items.clone(); copy[0] = t; return new Holder<>(copy, items[0]); } }
                    static final class Best<T> { T best; double score = -1; Best(T t) { best = t; } void offer(T t, double s) { if (s > score) { best = t; score = s; } } static <U> Best<U> of(U u) { Best<U> made = new Best<>(u); return made; } }
                    static double g(double x) { return x * x; } static <T> double g(T t) { return 5; } static double g(double[] a) { return a[0] * a[1]; }
                    private static <T> double both(Pair<T, double[]> p, Pair<T, double[]> q) { p.second()[0] *= 2; return q.second()[0] * p.second()[1]; }
                    private static <T> T twice(UnaryOperator<T> f, T t) { return same(f.apply(f.apply(t))); }
                    private static <T> T same(T t) { return t; }
                    @Differentiable static double chosen(double x, double[] y) { return g(x) + g(y) * g(new int[] {1}); }
                    @Differentiable static double aliased(double x, double[] y) { double[] z = y.clone(); Pair<Double, double[]> p = new Pair<>(x, z); return both(p, p) * p.first() + both(p, new Pair<>(2.0 * x, z)) + z[0]; }
                    @Differentiable static double held(double x, double[] y) { Holder<double[]> h = new Holder<>(new double[][] {y, {x, x * x}}, y); Holder<double[]> w = h.with(new double[] {x, 2 * x}); return h.at(1)[1] * w.at(0)[1] + w.one()[0] * w.size(); }
                    @Differentiable static double best(double x, double[] y) { Best<double[]> b = Best.of(y); for (int i = 0; i < 3; i++) b.offer(new double[] {x * i, y[1]}, i == 1 ? 5 : i); Best<Double> n = new Best<>(x); n.offer(x * y[0], 3); return b.best[0] * b.best[1] + n.best * n.score; }
                    @Differentiable static double mapped(double x, double[] y) { double[] r = twice(v -> new double[] {v[0] * x, same(v)[1] + same(x)}, y); return r[0] * r[1]; }
                    @Differentiable static double swapped(double x, double[] y) { Pair<Double, Double> p = new Pair<>(x, y[0]), q = p; p = new Pair<>(p.second(), p.first() * 2); return p.first() * q.first() + (p.first() > q.second() ? 1 : x) + Math.max(p.second(), q.second()); }
                }""");
        for (String method : List.of("chosen", "aliased", "held", "best", "mapped", "swapped")) {
            Checks.pass(compiled, "F", method, 0.3, new double[] {0.4, 0.9});
        }
    }
}
