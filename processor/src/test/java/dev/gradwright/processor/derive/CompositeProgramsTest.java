package dev.gradwright.processor.derive;

import dev.gradwright.processor.testing.Checks;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

/** Records and small classes as active values: returned, nested, in arrays, changed in place. */
class CompositeProgramsTest {

    private static final double[] X = {0.5, -1.2, 2.3, 0.9};

    private static final String VEC = """
            record Vec(double x, double y) {
                static final Vec ZERO = new Vec(0, 0);
                Vec plus(Vec o) { return new Vec(x + o.x, this.y + o.y()); }
                Vec times(double c) { return new Vec(c * x, c * y); }
                double dot(Vec o) { return x * o.x + y * o.y; }
                double norm() { return Math.sqrt(dot(this)); }
                static Vec polar(double r, double phi) { return new Vec(r * Math.cos(phi), r * Math.sin(phi)); }
            }
            """;

    private static Probe f(String method) {
        return Probe.of("final class F {\n" + VEC + method + "\n}");
    }

    @Test
    void recordsMadeReadAndReturnedByHelpers() {
        f("""
                @Differentiable static double f(double a, double b) {
                    Vec p = new Vec(a, b * a); Vec q = Vec.polar(b, a).plus(p.times(2)); var r = swap(q);
                    return p.dot(q) * r.norm() + r.x() - Vec.ZERO.x + q.y;
                }
                private static Vec swap(Vec v) { return new Vec(v.y, v.x); }
                """).agreesAt(0.7, -1.3);
    }

    @Test
    void methodsThatOnlyGiveAComponent() {
        f("""
                record Named(double x, double y, double[] z) { double first() { return x; } double[] all() { return this.z; } Vec both() { return new Vec(y, x); } }
                static final class Cell { double v; final double c; Cell(double v, double c) { this.v = v; this.c = c; } double get() { return v; } double fixed() { return c; } }
                private static double of(Named n) { return n.y; }
                @Differentiable static double f(double a, double b) {
                    Named n = new Named(a, b, new double[] {a * b}); Cell c = new Cell(a, b * b); DoubleUnaryOperator g = v -> n.x; c.v *= b;
                    return n.first() * n.all()[0] + of(n) * n.both().x * c.get() * c.fixed() + g.applyAsDouble(a) * b;
                }
                """).agreesAt(0.7, -1.3);
    }

    @Test
    void assignedSwappedAndChosen() {
        f("""
                @Differentiable static double f(double a, double b) {
                    Vec p = new Vec(a, b), q; q = new Vec(p.y, p.x * p.x); p = new Vec(p.y, p.x); Vec t = p; p = q; q = t;
                    Vec best = p.x > q.x ? p : q.plus(p); Vec other; if (b > 0) other = best; else { other = Vec.polar(a, b); }
                    for (int i = 0; i < 3; i++) { best = new Vec(best.y * a, best.x + i); if (best.x > 5) break; other = best.plus(other); }
                    return best.dot(other) + pick(p, q, a).x();
                }
                private static Vec pick(Vec p, Vec q, double a) { if (a > 0.5) return p; for (int i = 0; i < 2; i++) { if (q.x > i) return q.times(i + a); } return new Vec(a, a); }
                """).agreesAt(0.7, -1.3).agreesAt(0.3, 1.9).agreesAt(0.2, 0.4);
    }

    @Test
    void nestedRecordsWithArraysAndNumbersThatCarryNoDerivative() {
        f("""
                record Ray(Vec origin, Vec direction, int bounces, double[] weights) { Vec at(double t) { return origin.plus(direction.times(t * weights[bounces % weights.length])); } }
                record Both(Ray ray, double t) {}
                @Differentiable static double f(double[] x, int n) {
                    Ray ray = new Ray(new Vec(x[0], x[1]), Vec.polar(x[2], x[3]), n, x.clone()); ray.weights()[0] *= 2; Both both = trace(ray, x[1]);
                    return both.ray().at(both.t()).dot(ray.at(1)) * both.ray.bounces + ray.weights[0];
                }
                private static Both trace(Ray r, double t) { return r.bounces() > 2 ? new Both(new Ray(r.at(t), r.direction, r.bounces - 1, r.weights), t * t) : new Both(r, Math.exp(t)); }
                """).agreesAt(X, 1).agreesAt(X, 4);
    }

    @Test
    void arraysOfRecords() {
        f("""
                @Differentiable static double f(double[] x) {
                    Vec[] p = new Vec[x.length]; for (int i = 0; i < p.length; i++) p[i] = Vec.polar(x[i], i); Vec[] alias = p, copy = p.clone(), two = {p[1], new Vec(x[0], 2)};
                    alias[0] = p[1].plus(two[1]); int k = 0; p[k++] = p[k].times(x[2]); Vec[][] grid = new Vec[2][2]; grid[1][0] = p[0]; grid[0][1] = p[1];
                    Vec sum = Vec.ZERO; for (Vec v : p) { if (v.x > 9) continue; sum = sum.plus(v.times(sum.x + 1)); } return sum.dot(copy[0]) + grid[1][0].dot(grid[0][1]) + total(p);
                }
                private static double total(Vec[] all) { double s = 0; for (int i = 0; i < all.length; i++) { s += all[i].norm(); all[i] = all[i].times(2); } return s + all[0].x; }
                """).agreesAt((Object) X);
    }

    @Test
    void constructorsThatCheckAndChangeTheirArguments() {
        f("""
                record Positive(double value, double scale) {
                    Positive { if (value < 0) throw new IllegalArgumentException("value is " + value); value = value * scale; }
                    Positive(double both) { this(both, both); }
                    public double scale() { return 2 * scale; }
                }
                record Explicit(double a, double b) { Explicit(double a, double b) { this.a = b; double t = a * b; this.b = this.a * t; } }
                @Differentiable static double f(double x, double y) { Positive p = new Positive(x, y), q = new Positive(x * y); Explicit e = new Explicit(p.value(), q.value); return p.value() * q.scale() + e.a() * e.b; }
                """).agreesAt(0.7, 1.3);
    }

    @Test
    void smallClassesChangedThroughSharedReferences() {
        f("""
                static final class Body {
                    double x, v = 1; final double mass; int hits; Vec spin = new Vec(1, 2); double[] trail = new double[3];
                    Body(double x, double mass) { this.x = x; this.mass = mass; v *= mass; }
                    void step(double dt) { x += dt * v; v -= dt * x / mass; hits++; trail[hits % 3] = x; spin = new Vec(spin.y, spin.x * dt); }
                    double energy() { return mass * v * v / 2 + x * x / 2; }
                }
                @Differentiable static double f(double[] x, int n) {
                    Body a = new Body(x[0], x[1] * x[1]), b = a; Body[] all = {a, new Body(x[2], 2), b};
                    for (int i = 0; i < n; i++) { all[i % 3].step(0.1 * x[3]); b.v *= 1.01; if (i % 4 == 3) b = all[1]; all[2].x -= all[1].x * 0.1; }
                    kick(all[0], x[3]); double s = a.energy() * b.x + a.trail[1] + all[1].spin.x; for (Body body : all) s += body.v * body.hits; return s + a.spin.dot(b.spin);
                }
                private static void kick(Body body, double by) { body.v += by; body.x = body.v = body.x * body.v; }
                """).agreesAt(X, 7).agreesAt(X, 0).agreesAt(X, 3);
    }

    @Test
    void constructorsThatTakeNothing() {
        f("""
                static final class Best { double value = Double.POSITIVE_INFINITY; int at = -1; void offer(double v, int i) { if (v < value) { value = v; at = i; } } }
                static final class Sum { double total, weight; Sum() { weight = 2; } Sum plus(double v) { total += weight * v; return this; } }
                record Nothing() {}
                @Differentiable static double f(double[] x) {
                    Best best = new Best(); Sum sum = new Sum(); Nothing nothing = new Nothing();
                    for (int i = 0; i < x.length; i++) { best.offer(x[i] * x[i], i); sum.weight += x[i]; sum.plus(x[i]).plus(best.value); }
                    return sum.total * best.value * x[best.at] + (nothing == null ? 1 : 0);
                }
                """).agreesAt((Object) X);
    }

    @Test
    void argumentsNamedLikeWhatGeneratedCodeRunsOver() {
        Compiled.of(
                "final class F { record V(double a) {} @Differentiable static V[] f(V[] element, V[] row, V[] eachRow, V[] eachElement) { return new V[] {element[0], row[0], eachRow[0], eachElement[0]}; } }");
    }

    private static final String[] PAIRS = {
        "record Pair(double a, double[] b, int n) {}", """
        final class H {
            @Parameter final double[] w = {0.3, 0.8}; static H sample() { return new H(); }
            @Differentiable Pair pair(Pair p, @Constant double c) { double[] b = p.b().clone(); b[0] *= p.a() * w[0]; return new Pair(p.a() * p.a() * c, b, p.n() + 1); }
            @Differentiable double sum(Pair[] all, Pair last) { double s = w[1]; for (Pair p : all) s += p.a() * p.b()[p.n()] * last.a(); return s; }
            @Differentiable Pair[] turned(Pair p) { return new Pair[] {new Pair(p.a(), p.b().clone(), p.n()), new Pair(p.b()[0], new double[] {p.a() * w[0]}, 0)}; }
        }""",
    };

    @Test
    void recordsAsArgumentsAndResultsOfOtherModels() {
        Probe.of(Compiled.of(Probe.secondOrder(PAIRS[0], PAIRS[1], """
                        final class F {
                            final H h = new H(); static F sample() { return new F(); }
                            @Differentiable double f(double x, double[] y) {
                                Pair p = new Pair(x, y, 0); for (int i = 0; i < 2; i++) p = h.pair(p, 2);
                                Pair[] both = h.turned(p); return h.sum(both, p) * p.a() * p.b()[0] + h.pair(both[1], x > 0 ? 1 : 2).b()[0] * p.n();
                            }
                        }""")), "F", "f")
                .withDifferenceTolerance(1e-5)
                .agreesAt(0.7, new double[] {1.3, -0.4, 0.2});
    }

    @Test
    void recordsAsTheyAreDeclaredAtTheBorder() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(PAIRS);
        Class<?> pair = compiled.type("Pair");
        Constructor<?> constructor = pair.getDeclaredConstructor(double.class, double[].class, int.class);
        constructor.setAccessible(true);
        Object p = constructor.newInstance(0.7, new double[] {1.3, -0.4}, 0);
        Object q = constructor.newInstance(0.2, new double[] {1.1, 0.6}, 1);
        Object all = Array.newInstance(pair, 2);
        Array.set(all, 0, p);
        Array.set(all, 1, q);
        Object model = Generated.of(compiled, "H").call("model");
        Checks.pass(compiled, "H", "pair", model, p, 2.0);
        Checks.pass(compiled, "H", "sum", model, all, q);
        Checks.pass(compiled, "H", "turned", model, p);
    }

    @Test
    void recordsOfClassFiles() {
        Probe.of("""
                final class F {
                    final dev.gradwright.processor.testing.Pair constant = new dev.gradwright.processor.testing.Pair(2, 3); static F sample() { return new F(); }
                    @Differentiable double f(double x, double[] y) {
                        List<String> names = List.of(); var p = new dev.gradwright.processor.testing.Pair(x * x, y[0]); var m = new dev.gradwright.processor.testing.Pair.Mixed(3, x, y, p, x > 0, 2, 'a', names);
                        return p.first() * m.pair().second() * m.rate() * m.values()[1] * m.count() + (m.isOn() ? m.seed() : 1) * x + constant.first() * x;
                    }
                }""").agreesAt(0.7, X).agreesAt(-0.7, X);
    }

    @Test
    void arraysOfRecordsInFieldsAreConstants() {
        Probe.of("""
                final class F {
                    record Point(double x, double y, double[] t) { double dot(double a, double b) { return a * x + b * y; } }
                    record Mesh(Point[] points, String name, int[] k) {}
                    final Point[] points = {new Point(1, 2, new double[] {1, 2}), new Point(3, 4, new double[] {3, 4})}; final Point[][] grid = {points, {points[1]}};
                    static final Point[] TABLE = {new Point(5, 6, new double[0])}; final Mesh mesh = new Mesh(points, "m", new int[] {1}); final Mesh[] meshes = {mesh, mesh};
                    @Parameter final double[] w = {0.5}; static F sample() { return new F(); }
                    @Differentiable double f(double x, double[] y, int n) {
                        double s = 0; int k = 0; for (Point p : points) s += p.dot(x, y[0]) * p.t()[1];
                        for (int i = 0; i < points.length; i++) { Point q = points[i]; s += q.x() * x * w[0]; s = s * points[(i + n) % 2].y() * 0.1 + points[k].x() * (k = i); }
                        s += grid[1][0].x * x + grid[0].length + TABLE[0].dot(x, x) + mesh.points()[1].y() * y[1] + mesh.points().length; for (Point p : mesh.points()) s += p.x() * y[1];
                        for (int j = 0; j < meshes.length; j++) { for (Point p : meshes[j].points()) s += p.dot(x, s * 0.1); s += meshes[j].k()[0]; }
                        k = 0; for (Point p : meshes[k++].points()) s += p.y * x; Point best = x > 0.5 ? points[0] : new Point(x, x, y); s += best.dot(1, 2) * best.t()[0] + meshes[k--].points()[k].x() * x;
                        return s + use(points[n % 2], x);
                    }
                    private static double use(Point p, double x) { return p.dot(x, x) * p.t()[0]; }
                }""").agreesAt(0.3, X, 0).agreesAt(0.6, X, 1);
    }

    @Test
    void methodsThatOnlyGiveFieldsOtherObjects() {
        f("""
                static final class Cell { double v; Cell(double v) { this.v = v; } }
                static final class Two { Cell p, q; double[] h; Two(Cell p, Cell q, double[] h) { this.p = p; this.q = q; this.h = h; } void same() { p = q; } void take(double[] g) { h = g; } }
                @Differentiable static double f(double[] x) {
                    Cell a = new Cell(x[0]); Two two = new Two(a, new Cell(x[1]), x); two.same(); two.p.v *= x[2]; two.q.v += two.p.v;
                    double[] own = x.clone(); two.take(own); two.h[3] *= two.p.v; return a.v * two.q.v + two.p.v * own[3];
                }""").agreesAt((Object) X);
    }

    @Test
    void recordsInFieldsAreConstants() {
        Probe.of("""
                final class F {
                    record Options(double rate, double[] table, Inner inner) {} record Inner(double a, int n) {}
                    final Options options = new Options(0.5, new double[] {1, 2, 3}, new Inner(2, 1)); static final Inner STATIC = new Inner(3, 2); static F sample() { return new F(); }
                    @Differentiable double f(double x) { Options o = options; double s = 0; for (double t : o.table()) s += t * x * options.inner().a; double[] t = x > 0 ? o.table : new double[] {x, x}; return s * o.rate() + STATIC.a() * x + t[options.inner.n] * x; }
                }""").agreesAt(0.7).agreesAt(-0.7);
    }

    @Test
    void componentsCalledLikeDerivativesOfOthers() {
        for (String names :
                new String[] {"x xBar", "resultX xDot", "x xProduct", "x xBarProduct", "x xBarLane0", "dot dotDot"}) {
            String first = names.split(" ")[0];
            String second = names.split(" ")[1];
            Probe.of("""
                    final class F {
                        record R(double[] FIRST, double[] SECOND) {}
                        @Differentiable static double f(double[] a) {
                            double s = 0;
                            for (int i = 0; i < 3; i++) { R r = h(a, i); s += r.FIRST()[0] * r.SECOND()[1] * r.SECOND()[0]; }
                            return s;
                        }
                        private static R h(double[] a, int i) {
                            if (i > 1) return h(a, i - 1);
                            double[] y = a.clone(), z = a.clone();
                            y[0] = Math.sin(a[1] * a[0]);
                            z[1] = y[0] * a[1];
                            return new R(y, z);
                        }
                    }""".replace("FIRST", first).replace("SECOND", second)).agreesAt((Object) new double[] {0.4, 0.7});
            Probe.of("""
                    final class F {
                        record R(double FIRST, double SECOND) {}
                        @Differentiable static double f(double[] a) {
                            double s = 0;
                            for (int i = 0; i < 3; i++) { R r = h(a, i); s += r.FIRST() * r.SECOND() * r.SECOND(); }
                            return s;
                        }
                        private static R h(double[] a, int i) { return i > 1 ? h(a, i - 1) : new R(a[0] * a[1], Math.sin(a[1])); }
                    }""".replace("FIRST", first).replace("SECOND", second)).agreesAt((Object) new double[] {0.4, 0.7});
        }
    }
}
