package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import dev.gradwright.processor.testing.Reflection;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrix2;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrices and vectors of fixed size. */
class FixedMatrixProgramsTest {

    static IntStream sizes() {
        return IntStream.rangeClosed(2, 6);
    }

    /**
     * A function of two square matrices A and B, a vector and a number, of all sizes: {@code M}, {@code V}, {@code C} and {@code N} stand for
     * the classes of one size.
     */
    private static void agrees(int n, String statements) {
        String text = """
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    @Differentiable static double f(double[] x, double[] y, double[] z, double t) {
                        M a = new M().setTo(0, x), b = new M().setTo(0, y); V v = new V().setTo(0, z);
                        %s
                    }
                    private static double sum(M m) { double s = 0; for (int i = 0; i < $n; i++) for (int j = 0; j < $n; j++) s += Math.sin(m.get(i, j) + i - 2 * j) * (1 + i + 3 * j); return s; }
                    private static double sum(V m) { double s = 0; for (int i = 0; i < m.getNumElements(); i++) s += Math.cos(m.get(i, 0) + i) * (1 + i); return s; }
                }""".formatted(statements)
                .replaceAll("\\bM\\b", "DMatrix" + n + "x" + n)
                .replaceAll("\\bV\\b", "DMatrix" + n)
                .replaceAll("\\bC\\.", "CommonOps_DDF" + n + ".")
                .replaceAll("\\bN\\.", "NormOps_DDF" + n + ".")
                .replaceAll("\\bE\\.", "MatrixFeatures_DDF" + n + ".")
                .replace("$n", "" + n);
        Probe.of(text).agreesAt(entries(n, n, 1), entries(n, n, 2), entries(n, 1, 3), 0.7);
    }

    private static double[] entries(int rows, int columns, int seed) {
        DMatrixRMaj matrix = random(rows, columns, seed);
        return matrix.data;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void productsOfMatrices(int n) {
        agrees(n, """
                M c = new M(), d = new M(), e = new M();
                C.mult(a, b, c); C.multTransA(a, c, d); C.multTransB(c, d, e); C.multTransAB(e, a, c);
                C.multAdd(a, d, e); C.multAddTransA(a, c, d); C.multAddTransB(b, b, e); C.multAddTransAB(c, d, e);
                return sum(c) + sum(d) * sum(e);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void scaledProductsOfMatrices(int n) {
        agrees(n, """
                M c = new M(), d = new M(), e = new M();
                C.mult(t, a, b, c); C.multTransA(t * t, a, c, d); C.multTransB(-t, c, d, e); C.multTransAB(t, e, a, c);
                C.multAdd(t, a, d, e); C.multAddTransA(2 * t, a, c, d); C.multAddTransB(t, b, b, e); C.multAddTransAB(t, c, d, e);
                return sum(c) + sum(d) * sum(e);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void productsWithVectors(int n) {
        agrees(n, """
                V u = new V(), w = new V(); C.mult(a, v, u); C.mult(u, b, w);
                M c = new M(a); C.multAddOuter(t, a, t * t, u, w, c); C.multAddOuter(t, c, u.a1, u, u, c);
                return C.dot(u, w) * sum(c) + C.dot(v, v);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sums(int n) {
        agrees(n, """
                M c = new M(), d = new M(b); V u = new V(), w = new V(v);
                C.add(a, b, c); C.subtract(c, d, d); C.addEquals(d, a); C.subtractEquals(c, d); C.addEquals(c, c); C.add(d, c, d);
                C.add(v, v, u); C.subtract(u, w, w); C.addEquals(w, u); C.subtractEquals(u, w); C.addEquals(u, u);
                C.changeSign(d); C.changeSign(u); return sum(c) * sum(u) + sum(d) * sum(w);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void multiplesAndQuotients(int n) {
        agrees(n, """
                M c = new M(), d = new M(b), e = new M(); V u = new V(), w = new V(v);
                M far = new M(); C.fill(far, 2); C.addEquals(far, a); V away = new V(); C.fill(away, 2); C.addEquals(away, v);
                C.elementMult(a, b, c); C.elementMult(d, a); C.elementMult(d, d); C.elementDiv(b, far, e); C.elementDiv(e, far); C.elementMult(c, e, c);
                C.elementMult(v, v, u); C.elementMult(u, w); C.elementDiv(u, away, w); C.elementDiv(w, away); C.elementDiv(away, away, away);
                C.scale(t, c); C.scale(t, c, e); C.divide(d, t); C.divide(d, t + 1, d); C.scale(t, u); C.scale(-t, u, w); C.divide(w, t); C.divide(u, t, u);
                return sum(c) * sum(u) + sum(d) * sum(w) + sum(e) + sum(away);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void partsAndShapes(int n) {
        agrees(n, """
                M c = new M(), d = new M(a); V u = new V(), w = C.extractColumn(a, 1, null), r = C.extractRow(b, $n - 1, u);
                C.transpose(d); M e = C.transpose(b, c); C.diag(d, v); e.a12 *= t; r.a2 += w.a1;
                M one = new M(); C.setIdentity(one); C.addEquals(one, a); M two = new M(); C.fill(two, t); V three = new V(); C.fill(three, t * t);
                return sum(c) * sum(d) + sum(v) * sum(w) + sum(u) + sum(one) * C.trace(one) * sum(two) + sum(three);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void extremesAndNorms(int n) {
        agrees(n, """
                double s = C.elementMax(a) * C.elementMin(b) + C.elementMaxAbs(b) * C.elementMinAbs(a);
                s += C.elementMax(v) * C.elementMin(v) + C.elementMaxAbs(v) * C.elementMinAbs(v);
                s += N.normF(a) * N.fastNormF(b) + N.normF(v) * N.fastNormF(v); N.normalizeF(a); N.normalizeF(v);
                if (E.hasUncountable(a) || E.isIdentical(a, b, 1e-9) || E.hasUncountable(v) || E.isIdentical(v, new V(), 1e-9)) return 0;
                return s * sum(a) * sum(v);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void factorsInPlace(int n) {
        agrees(n, """
                M c = new M(), d = new M(); C.setIdentity(c); C.multAddTransB(a, a, c); C.setIdentity(d); C.multAddTransA(t, b, b, d);
                boolean lower = C.cholL(c), upper = C.cholU(d); return lower && upper ? sum(c) + sum(d) : 0;""");
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void inversesAndDeterminants(int n) {
        agrees(n, """
                M c = new M(), d = new M(), e = new M(); C.setIdentity(d); C.addEquals(a, d); C.addEquals(a, d);
                if (!C.invert(a, c)) return 0; C.mult(b, c, e); C.addEquals(e, d); C.scale(2, d); C.addEquals(e, d); boolean done = C.invert(e, e);
                return sum(c) * C.det(e) + C.det(a) * sum(e) + (done ? 1 : 0);""");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void entriesByPlace(int n) {
        agrees(n, """
                double s = 0; for (int i = 0; i < a.getNumRows(); i++) for (int j = 0; j < a.getNumCols(); j++) { a.set(i, j, a.get(i, j) * b.unsafe_get(j, i)); s += a.get(i, j) * v.get(i, 0) * v.get(0, j); }
                for (int i = 0; i < v.getNumElements(); i++) v.set(i, v.getNumCols() - 1, v.get(i, 0) * t); v.set(0, 1, v.unsafe_get(0, 1) * v.get(0, 0)); a.unsafe_set(1, 0, s);
                V u = new V(v); u.zero(); u.setTo(v); M c = new M(); c.setTo(a); c.a11 = a.a22 * t; u.a2 = -c.a21;
                return s * sum(a) + sum(v) + sum(c) * sum(u) + new M().a11 + new V(u).a2;""");
    }

    @Test
    void entriesByName() {
        Probe.of("""
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    @Differentiable static double f(double[] x, double t) {
                        DMatrix3x3 r = new DMatrix3x3(Math.cos(t), -Math.sin(t), 0, Math.sin(t), Math.cos(t), 0, 0, 0, 1); DMatrix3 p = new DMatrix3(x[0], x[1], x[2]), q = new DMatrix3();
                        for (int i = 0; i < 3; i++) { CommonOps_DDF3.mult(r, p, q); p.setTo(q.a1 * q.a2, q.a2, q.a3++); r.a13 -= p.a1; DMatrix3x3 s = r; s.a12 = s.a21 * p.a3; }
                        return p.a1 * p.a2 + p.a3 * r.a13 + new DMatrix2x2(t, t * t, 1, x[0]).setTo(t, x[1], x[0], x[2]).a12 * r.a12;
                    }
                }""").agreesAt(new double[] {0.3, -0.4, 0.9}, 0.7);
    }

    @Test
    void conversionsFromMatricesOfAnySize() {
        Probe.of("""
                import org.ejml.data.*; import org.ejml.ops.DConvertMatrixStruct;
                final class F {
                    @Differentiable static double f(DMatrixRMaj x, DMatrixRMaj y) {
                        DMatrix2x2 a = new DMatrix2x2(); a.setTo(x); DMatrix2 v = new DMatrix2(); v.setTo(y); DMatrix2x2 b = a.copy(); b.a11 = 3; DMatrix2 w = v.createLike();
                        DMatrixRMaj same = DConvertMatrixStruct.convert(a, (DMatrixRMaj) null), column = DConvertMatrixStruct.convert(v, new DMatrixRMaj(1, 2)), wide = DConvertMatrixStruct.convert(a, new DMatrixRMaj(3, 3));
                        DMatrix2x2 again = DConvertMatrixStruct.convert(same, new DMatrix2x2()); DConvertMatrixStruct.convert(x, again); a.a21 *= same.get(1, 0) * column.get(0, 1) * again.a22 * wide.get(1, 1);
                        return a.a11 * a.a12 + a.a21 * a.a22 * v.a1 + v.a2 * v.a2 * a.a12 + b.a11 * b.a12 + w.a1;
                    }
                }""")
                .agreesAt(random(2, 2), random(2, 1))
                .agreesAt(random(2, 2), random(1, 2))
                .throwsAt("do not match", random(2, 3), random(2, 1))
                .throwsAt("Incompatible", random(2, 2), random(3, 1));
    }

    @Test
    void matricesThatWouldBeOverwrittenWhileTheyAreReadAreRefused() {
        for (String call : List.of("mult(a, b, a)", "multAddTransB(2, a, b, b)", "transpose(a, a)", "mult(a, v, v)")) {
            Generated gradient = gradient("""
                    @Differentiable static double f(double[] x) {
                        DMatrix2x2 a = new DMatrix2x2(), b = new DMatrix2x2(); DMatrix2 v = new DMatrix2(); a.setTo(0, x); CommonOps_DDF2.%s; return a.a11; }""".formatted(call));
            assertThatThrownBy(() -> gradient.call("f", new double[4])).hasMessage("Can't pass in the same instance");
        }
    }

    @Test
    void argumentsAndResultsOfUsersCode() {
        Generated gradient = gradient("""
                @Differentiable static DMatrix3 f(DMatrix3x3 a, DMatrix3 v) { DMatrix3 w = new DMatrix3(); CommonOps_DDF3.mult(a, v, w); return w; }""");
        DMatrix3x3 a = new DMatrix3x3(1, 2, 3, 4, 5, 6, 7, 8, 9);
        DMatrix3 v = new DMatrix3(-1, 0.5, 2);
        DMatrix3 w = (DMatrix3) gradient.call("f", a, v);
        assertThat(new double[] {w.a1, w.a2, w.a3}).containsExactly(6, 10.5, 15);
        gradient.call("fBackward", new DMatrixRMaj(new double[] {1, 0, 2}));
        assertThat(((DMatrixRMaj) gradient.call("fA")).data).containsExactly(-1, 0.5, 2, 0, 0, 0, -2, 1, 4);
        assertThat(((DMatrixRMaj) gradient.call("fV")).data).containsExactly(15, 18, 21);
    }

    @Test
    void matricesOfAnotherShapeAreRefusedInTheirPlace() {
        Generated gradient = gradient("@Differentiable static double f(DMatrix2 v) { return v.a1 * v.a2; }");
        assertThat(gradient.call("f", new DMatrixRMaj(new double[] {2, 3}))).isEqualTo(6.0);
        assertThatThrownBy(() -> gradient.call("f", new DMatrixRMaj(3, 1))).hasMessageContaining("F.f: v");
    }

    @Test
    void secondDerivativesAndTangents() {
        Compiled compiled = functions("""
                @Differentiable(secondOrder = true) static double f(DMatrix2 v) { return v.a1 * v.a1 * v.a2; }
                @Differentiable(secondOrder = true) static DMatrix2 g(DMatrix2 v) { return new DMatrix2(v.a1 * v.a2, v.a2 * v.a2); }""");
        DMatrixRMaj v = new DMatrixRMaj(new double[] {3, 5});
        Generated hessian = Generated.create(compiled, "FHessian");
        assertThat(hessian.call("fHessianVectorProduct", v, new DMatrixRMaj(new double[] {1, 2})))
                .isEqualTo(45.0);
        assertThat(((DMatrixRMaj) hessian.call("fV")).data).containsExactly(30, 9);
        assertThat(((DMatrixRMaj) hessian.call("fVProduct")).data).containsExactly(10 + 12, 6);
        Generated tangent = Generated.create(compiled, "FTangent");
        tangent.call("g", v, new DMatrixRMaj(new double[] {1, 2}));
        assertThat(((DMatrixRMaj) tangent.call("gDot")).data).containsExactly(5 + 6, 20);
        Generated gradient = Generated.create(compiled, "FGradient");
        gradient.call("g", v);
        gradient.call("gBackward", new DMatrixRMaj(new double[] {1, 0}));
        assertThat(((DMatrixRMaj) gradient.call("gV")).data).containsExactly(5, 3);
    }

    @Test
    void stepsOfLongLoops() {
        Probe.of("""
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    @Differentiable static double f(double[] x, double t) {
                        DMatrix2 p = new DMatrix2(x[0], x[1]); DMatrix2x2 a = new DMatrix2x2(1, t, -t, 1);
                        for (int k = 0; k < 9; k++) step(a, p, k); return p.a1 * p.a2;
                    }
                    @Checkpoint(slots = 3) private static void step(DMatrix2x2 a, DMatrix2 p, int k) { DMatrix2 q = new DMatrix2(); CommonOps_DDF2.mult(a, p, q); q.a1 += 0.1 * Math.sin(p.a2 + k); p.setTo(q); }
                }""").agreesAt(new double[] {0.3, -0.4}, 0.2);
    }

    @Test
    void recordsAndArraysOfThem() {
        Compiled compiled = functions("""
                static Pose pose() { return new Pose(new DMatrix2x2(0, -1, 1, 0), new DMatrix2(5, 6)); }
                record Pose(DMatrix2x2 rotation, DMatrix2 place) {
                    DMatrix2 at(DMatrix2 p) { DMatrix2 q = new DMatrix2(); CommonOps_DDF2.mult(rotation, p, q); CommonOps_DDF2.addEquals(q, place); return q; }
                }
                @Differentiable static double f(Pose pose, DMatrix2[] points) {
                    DMatrix2[] moved = new DMatrix2[points.length]; for (int i = 0; i < points.length; i++) moved[i] = pose.at(points[i]);
                    double s = 0; for (DMatrix2 p : moved) s += p.a1 * p.a2; return s; }""");
        DMatrix2[] points = {new DMatrix2(1, 2), new DMatrix2(3, 4)};
        Object pose = Reflection.call(Reflection.named(compiled.type("F"), "pose"), null);
        Generated gradient = Generated.create(compiled, "FGradient");
        assertThat(gradient.call("f", pose, points)).isEqualTo((5 - 2) * 7.0 + (5 - 4) * 9.0);
        gradient.call("fBackward", 1.0);
        assertThat(((DMatrixRMaj) gradient.call("fPosePlace")).data).containsExactly(7 + 9, 3 + 1);
        assertThat(((DMatrixRMaj) gradient.call("fPoseRotation")).data).containsExactly(7 + 27, 14 + 36, 3 + 3, 6 + 4);
        assertThat(((DMatrixRMaj[]) gradient.call("fPoints"))[1].data).containsExactly(1, -9);
    }

    @Test
    void fieldsThatHoldThem() {
        Probe.of("""
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    record Link(DMatrix2x2 turn, DMatrix2 length) {}
                    static final DMatrix2 BASE = new DMatrix2(0.5, -0.2); final DMatrix2x2 start = new DMatrix2x2(0.1, 0.2, 0.3, 0.4); final DMatrix2[] ways = {new DMatrix2(1, 2), new DMatrix2(0.3, 0.4)};
                    final Link link = new Link(new DMatrix2x2(0.7, -0.7, 0.7, 0.6), new DMatrix2(0.4, 0.9)); static F sample() { return new F(); }
                    @Differentiable double f(double[] x) {
                        DMatrix2 p = new DMatrix2(x[0], x[1]), q = new DMatrix2(); DMatrix2x2 r = new DMatrix2x2(start); r.a12 *= x[1]; CommonOps_DDF2.mult(r, p, q); CommonOps_DDF2.mult(link.turn(), q, p);
                        for (DMatrix2 way : ways) { CommonOps_DDF2.addEquals(p, way); CommonOps_DDF2.elementMult(p, link.length); }
                        return CommonOps_DDF2.dot(p, BASE) * p.a2 + start.a21 * p.a1 + link.length().a2 * ways[1].a1 * q.a1 + ways[0].get(1, 0) * q.a2 * BASE.a1;
                    }
                }""").agreesAt(new double[] {0.3, -0.4});
    }

    @Test
    void helpersWriteIntoTheirArgumentsAndReturnThem() {
        Probe.of("""
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    @Differentiable static double f(double[] x, double t) {
                        DMatrix3 p = new DMatrix3(x[0], x[1], x[2]), q = new DMatrix3(), least = p; DMatrix3x3 r = new DMatrix3x3();
                        for (int i = 0; i < 4; i++) { about(t * i, r); CommonOps_DDF3.mult(r, p, q); p = longer(p, moved(q, 1)); if (p.a1 < least.a1) least = p; }
                        return p.a1 * p.a2 * p.a3 + least.a2 * q.a1;
                    }
                    private static void about(double angle, DMatrix3x3 r) { r.setTo(Math.cos(angle), -Math.sin(angle), 0, Math.sin(angle), Math.cos(angle), 0, 0, 0, 1); }
                    private static DMatrix3 moved(DMatrix3 p, double by) { DMatrix3 q = new DMatrix3(p); q.a1 += by; p.a2 *= by; return q; }
                    private static DMatrix3 longer(DMatrix3 p, DMatrix3 q) { return NormOps_DDF3.normF(p) > NormOps_DDF3.normF(q) ? p : q; }
                }""").agreesAt(new double[] {0.3, -0.4, 0.9}, 0.7);
    }

    @Test
    void otherModelsTakeThemAndGiveThem() {
        Probe.of("""
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    final G inner; F(G inner) { this.inner = inner; } static F sample() { return new F(new G(new double[] {0.3, -2, 0.5, 0.4})); }
                    @Differentiable double f(double[] x) { DMatrix2 v = new DMatrix2(x[0], x[1]); return CommonOps_DDF2.dot(inner.g(v), inner.g(inner.g(v))) * v.a1; }
                }""", """
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class G {
                    @Parameter final double[] w; G(double[] w) { this.w = w; }
                    @Differentiable DMatrix2 g(DMatrix2 v) { DMatrix2x2 a = new DMatrix2x2(); a.setTo(0, w); DMatrix2 u = new DMatrix2(); CommonOps_DDF2.mult(a, v, u); return u; }
                }""").agreesAt(new double[] {0.3, -0.4});
    }

    private static Generated gradient(String members) {
        return Generated.create(functions(members), "FGradient");
    }

    private static Compiled functions(String members) {
        return Compiled.of(
                "import org.ejml.data.*; import org.ejml.dense.fixed.*; final class F {\n" + members + "\n}");
    }

    static IntStream invertible() {
        return IntStream.rangeClosed(2, 5);
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void nothingIsAllocatedInSteadyStateForArgumentsThatAreMatricesAlready(int n) throws ReflectiveOperationException {
        Compiled compiled = Compiled.of("""
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                final class F {
                    @Differentiable static double f(DMatrixNxN a, DMatrixN v) {
                        DMatrixNxN b = new DMatrixNxN(), c = new DMatrixNxN(); DMatrixN w = new DMatrixN();
                        if (!CommonOps_DDFN.invert(a, b)) return 0;
                        CommonOps_DDFN.mult(b, a, c); CommonOps_DDFN.mult(b, v, w); NormOps_DDFN.normalizeF(w); CommonOps_DDFN.multAddOuter(1.5, c, 0.5, v, w, b);
                        return CommonOps_DDFN.det(b) + NormOps_DDFN.normF(c) + CommonOps_DDFN.dot(v, w) * a.a11;
                    }
                }""".replaceAll("N(?!orm)", "" + n), """
                import org.ejml.data.*; import org.ejml.dense.fixed.*;
                public final class Steps implements Runnable {
                    final FGradient gradient = FGradient.create(); final DMatrixRMaj a = new DMatrixRMaj(N, N), v = new DMatrixRMaj(N, 1);
                    public Steps() { for (int i = 0; i < N; i++) a.set(i, i, 1.5); a.set(0, 1, 0.3); a.set(1, 0, -0.4); v.set(0, 0, 0.7); v.set(1, 0, 0.9); }
                    public void run() {
                        for (int i = 0; i < 200; i++) { gradient.f(a, v); gradient.fBackward(1); }
                    }
                }""".replaceAll("N(?!orm)", "" + n));
        Runnable steps =
                (Runnable) compiled.type("Steps").getDeclaredConstructor().newInstance();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            steps.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }
}
