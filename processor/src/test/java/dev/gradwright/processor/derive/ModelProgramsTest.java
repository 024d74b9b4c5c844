package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Models with parameters, and models made of models. */
class ModelProgramsTest {

    private static final DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}, {0.7, 0.8}});

    private static final String AFFINE = """
            @Differentiable public final class Affine {
                @Parameter @Shape("inputs, outputs") final DMatrixRMaj weight; @Parameter @Shape("outputs") final double[] bias;
                Affine(int inputs, int outputs, RandomGenerator random) {
                    weight = new DMatrixRMaj(inputs, outputs); bias = new double[outputs];
                    for (int i = 0; i < weight.data.length; i++) weight.data[i] = random.nextGaussian();
                }
                @Shape("batch, outputs") public DMatrixRMaj forward(@Shape("batch, inputs") DMatrixRMaj x) {
                    DMatrixRMaj y = CommonOps_DDRM.mult(x, weight, null);
                    for (int i = 0; i < y.numRows; i++) for (int j = 0; j < y.numCols; j++) y.add(i, j, bias[j]);
                    return y;
                }
                @Regularization double penalty() { double s = 0; for (double w : weight.data) s += w * w; return s; }
            }
            """;

    private static final String TANH = """
            @Differentiable public final class Tanh {
                public DMatrixRMaj forward(DMatrixRMaj x) {
                    DMatrixRMaj y = new DMatrixRMaj(x.numRows, x.numCols);
                    for (int i = 0; i < x.getNumElements(); i++) y.data[i] = Math.tanh(x.data[i]);
                    return y;
                }
            }
            """;

    private static Probe probe(String... sources) {
        String[] all = new String[sources.length + 2];
        all[0] = AFFINE;
        all[1] = TANH;
        System.arraycopy(sources, 0, all, 2, sources.length);
        return Probe.of(Compiled.of(Probe.secondOrder(all)), "F", "f");
    }

    @Test
    void parametersOfAllTypes() {
        Probe.of("""
                final class F {
                    @Parameter final double[] a = {1.2, 0.3}; @Parameter final double[][] b = {{0.5, 0.7}, {1.5, -0.7}}; @Parameter final DMatrixRMaj c = new DMatrixRMaj(2, 2, true, 1, 2, 3, 4);
                    final double scale = 0.7; final int n = 2; final int[] order = {1, 0}; static F sample() { return new F(); }
                    @Differentiable double f(double x) {
                        double s = 0;
                        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) s += a[order[i]] * b[i][j] * c.get(j, i) * x + scale * this.a[i] * helper(b[i]);
                        return s;
                    }
                    private double helper(double[] row) { return row[0] * a[1] * scale; }
                }""").agreesAt(1.7);
    }

    @Test
    void composedOfModels() {
        probe("""
                final class F {
                    final Affine hidden = new Affine(2, 4, new SplittableRandom(1)), output = new Affine(4, 3, new SplittableRandom(2)); final Tanh tanh = new Tanh();
                    static F sample() { return new F(); }
                    @Differentiable DMatrixRMaj f(DMatrixRMaj x) { return output.forward(tanh.forward(hidden.forward(x))); }
                }""").agreesAt(X);
    }

    @Test
    void sameModelTwiceAndResidual() {
        probe("""
                final class F {
                    final Affine layer = new Affine(2, 2, new SplittableRandom(1)); final Tanh tanh = new Tanh(); @Parameter final double[] mix = {0.3};
                    static F sample() { return new F(); }
                    @Differentiable DMatrixRMaj f(DMatrixRMaj x) {
                        DMatrixRMaj h = tanh.forward(layer.forward(x)); DMatrixRMaj g = layer.forward(h); DMatrixRMaj y = new DMatrixRMaj(1, 1);
                        CommonOps_DDRM.add(x, mix[0], g, y); DMatrixRMaj z = tanh.forward(y); DMatrixRMaj w = new DMatrixRMaj(1, 1); CommonOps_DDRM.add(z, layer.penalty(), y, w); return w;
                    }
                }""").agreesAt(X);
    }

    @Test
    void sameObjectInTwoFields() {
        probe("""
                final class F {
                    final Affine first = new Affine(2, 2, new SplittableRandom(1)), second = first; static F sample() { return new F(); }
                    @Differentiable DMatrixRMaj f(DMatrixRMaj x) { return second.forward(first.forward(x)); }
                }""").agreesAt(X);
    }

    @Test
    void modelsInALoop() {
        probe("""
                final class F {
                    final Affine[] layers = {new Affine(2, 3, new SplittableRandom(1)), new Affine(3, 3, new SplittableRandom(2)), new Affine(3, 1, new SplittableRandom(3))};
                    final Tanh tanh = new Tanh(); static F sample() { return new F(); }
                    @Differentiable double f(DMatrixRMaj x, int times) {
                        DMatrixRMaj h = x; for (int i = 0; i < layers.length; i++) { h = layers[i].forward(h); if (i + 1 < layers.length) h = tanh.forward(h); }
                        double s = CommonOps_DDRM.elementSum(h); for (Affine layer : layers) s += 0.01 * layer.penalty();
                        for (int k = 0; k < times; k++) { Affine middle = layers[1]; s += CommonOps_DDRM.elementSum(middle.forward(middle.forward(new DMatrixRMaj(1, 3)))); }
                        return s;
                    }
                }""").agreesAt(X, 0).agreesAt(X, 3);
    }

    @Test
    void callsAcrossClassesWithNumbersArraysAndConstants() {
        probe("""
                final class G {
                    @Parameter final double[] w = {0.5, 1.5};
                    @Differentiable double scalar(double x, @Constant double c, int n) { double s = w[0]; for (int i = 0; i < n; i++) s = s * x + c * w[1]; return s; }
                    @Differentiable double[] array(double[] x, @Constant double[] c) { double[] y = new double[x.length]; for (int i = 0; i < y.length; i++) y[i] = x[i] * x[i] * c[i] + w[i % 2]; return y; }
                }""", """
                final class H {
                    @Differentiable static double dot(double[] x, double[] y) { double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * y[i]; return s; }
                }""", """
                final class F {
                    final G g = new G(); final double[] data = {1.5, -0.4}; static F sample() { return new F(); }
                    @Differentiable double f(double[] x, double y) {
                        double s = 0; for (int i = 0; i < 3; i++) { s += g.scalar(y * i + s, data[0], i); double[] a = g.array(x, data); s += H.dot(a, x) * H.dot(x, x); }
                        return s + g.scalar(s, 2, 2) * g.array(g.array(x, data), data)[1];
                    }
                }""").withDifferenceTolerance(1e-5).agreesAt(new double[] {0.4, 0.6}, 0.3);
    }

    @Test
    void helpersThatCallModels() {
        probe("""
                final class F {
                    final Affine layer = new Affine(2, 2, new SplittableRandom(1)); static F sample() { return new F(); }
                    @Differentiable double f(DMatrixRMaj x) { return deep(x, 3); }
                    private double deep(DMatrixRMaj x, int n) { if (n == 0) { double s = 0; for (double v : x.data) s += v * v; return s; } return deep(step(x), n - 1); }
                    private DMatrixRMaj step(DMatrixRMaj x) { DMatrixRMaj y = new DMatrixRMaj(1, 1); CommonOps_DDRM.scale(0.5, layer.forward(x), y); return y; }
                }""").agreesAt(X);
    }

    @Test
    void residualsInALoop() {
        probe("""
                final class F {
                    final Affine[] layers = {new Affine(2, 2, new SplittableRandom(1)), new Affine(2, 2, new SplittableRandom(2))}; static F sample() { return new F(); }
                    @Differentiable DMatrixRMaj f(DMatrixRMaj x) {
                        DMatrixRMaj h = x;
                        for (Affine layer : layers) { DMatrixRMaj z = layer.forward(h); DMatrixRMaj next = z.copy(); for (int i = 0; i < next.data.length; i++) next.data[i] = Math.tanh(next.data[i]); CommonOps_DDRM.addEquals(next, h); h = next; }
                        return h;
                    }
                }""").agreesAt(X);
    }

    @Test
    void constantInputsOfLayersGetNothingAndParametersTheirAll() {
        probe("""
                final class F {
                    final Affine layer = new Affine(2, 2, new SplittableRandom(1)); static F sample() { return new F(); }
                    @Differentiable double f(@Constant DMatrixRMaj x, DMatrixRMaj y) {
                        double s = CommonOps_DDRM.elementSum(layer.forward(layer.forward(x)));
                        return s * CommonOps_DDRM.elementSum(layer.forward(y)) + CommonOps_DDRM.elementSum(layer.forward(x));
                    }
                }""").agreesAt(X, X.copy());
    }

    @Test
    void newRowsWhereParametersGoToo() {
        probe("""
                final class F {
                    @Parameter final double[][] w = {{0.4, 0.7}, {-0.2, 0.5}}; static F sample() { return new F(); }
                    @Differentiable double f(double[] x) { return corner(w) * corner(new double[][] {x, {0.5, x[0]}}); }
                    private static double corner(double[][] rows) { return rows[0][0] * rows[1][1]; }
                }""").agreesAt(new double[] {0.3, 0.8});
    }

    @Test
    void sameArrayTwiceIsRefusedWhereItWouldSpoilTheRecordOfAnotherModel() {
        Probe probe = probe("""
                final class F {
                    final Affine layer = new Affine(2, 2, new SplittableRandom(1)); static F sample() { return new F(); }
                    @Differentiable double f(DMatrixRMaj x, DMatrixRMaj y, double[] z) {
                        double s = CommonOps_DDRM.elementSum(layer.forward(x)); y.data[0] *= s; z[1] += s; return s * y.data[0] + z[1];
                    }
                }""");
        DMatrixRMaj y = X.copy();
        probe.agreesAt(X, y, new double[2]);
        assertThatThrownBy(() -> probe.agreesAt(X, X, new double[2])).hasMessageContaining("pass a copy");
        probe.agreesAt(X, y, new double[2]);
    }

    @Test
    void fieldsAsScratchMemory() {
        probe("""
                final class F {
                    final DMatrixRMaj buffer = new DMatrixRMaj(1, 1); final double[] work = new double[3]; @Parameter final double[] w = {0.4, 0.7, -0.2}; static F sample() { return new F(); }
                    @Differentiable double f(DMatrixRMaj x) {
                        CommonOps_DDRM.multTransA(x, x, buffer); for (int i = 0; i < 3; i++) { work[i] = w[i] * buffer.get(i % 2, 1); work[0] += work[i] * work[i]; }
                        CommonOps_DDRM.scale(work[0], buffer); return CommonOps_DDRM.elementSum(buffer) * work[2];
                    }
                }""").agreesAt(X);
    }

    @Test
    void aCalledMethodMayUseTheNameOfAnArgumentForAnArrayOfItsOwn() {
        Probe.of("""
                final class F {
                    static final class G { @Differentiable static double g(double[] v) { v = new double[] {v[0] * v[1], v[1]}; return v[0] * Math.sin(v[1]); } }
                    @Differentiable static double f(double[] v) { return G.g(v) * v[0]; }
                }""").agreesAt((Object) new double[] {0.4, -0.3});
    }

    @Test
    void whatIsTakenForConstantMustNotBecomeActiveByAnotherName() {
        double[] own = {0.4, -0.3};
        double[][] rows = {{0.2, 0.1}, own};
        Compiled compiled = Compiled.of(Probe.secondOrder("""
                final class F {
                    @Differentiable static double f(double[] x, @Constant double[][] c) { x[0] *= x[1]; return x[0] * c[1][0]; }
                    @Differentiable(wrt = "x") static double g(double x, double[] a, double[] c) { a[0] *= x; return a[0] + c[0]; }
                    @Differentiable static double h(double[] x, @Constant double[] c) { return x[0] * x[1] * c[0]; }
                }"""));
        Probe.of(compiled, "F", "f").agreesAt(own.clone(), rows);
        Probe.of(compiled, "F", "g").agreesAt(0.7, own, own.clone());
        Probe.of(compiled, "F", "h").agreesAt(own, own.clone());
        String message = "share an array, and it writes active values into one of them";
        for (String generated : List.of("FGradient", "FTangent")) {
            Generated derivative = Generated.create(compiled, generated);
            boolean isTangent = generated.equals("FTangent");
            assertThatThrownBy(() ->
                            derivative.call("f", isTangent ? new Object[] {own, own, rows} : new Object[] {own, rows}))
                    .hasMessageContaining(message);
            assertThatThrownBy(() -> derivative.call(
                            "g", isTangent ? new Object[] {0.7, 1.0, own, own} : new Object[] {0.7, own, own}))
                    .hasMessageContaining(message);
            derivative.call("h", isTangent ? new Object[] {own, own, own} : new Object[] {own, own});
        }
        assertThatThrownBy(() -> Generated.create(compiled, "FHessian").call("fHessianVectorProduct", own, own, rows))
                .hasMessageContaining(message);
    }
}
