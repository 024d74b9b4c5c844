package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Hessian;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.HessianProbe;
import java.lang.management.ManagementFactory;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Second derivatives: products of the Hessian and a direction. Every probe of a program checks them too. */
class SecondOrderTest {

    private static final String ROSENBROCK = """
            final class F {
                @Differentiable(secondOrder = true) static double f(double[] x) {
                    double sum = 0;
                    for (int i = 0; i + 1 < x.length; i++) { double a = 1 - x[i], b = x[i + 1] - x[i] * x[i]; sum += a * a + 100 * b * b; }
                    return sum;
                }
            }""";

    private static final String QUADRATIC = """
            final class F {
                @Parameter final double[] w; final double[][] a; F(double[] w, double[][] a) { this.w = w; this.a = a; }
                static F sample() { return new F(new double[] {0.5, -1, 2}, new double[][] {{2, 1, 0.5}, {1, -3, 4}, {0.5, 4, 1}}); }
                @Differentiable(secondOrder = true) double f(double scale) {
                    double sum = 0; for (int i = 0; i < w.length; i++) for (int j = 0; j < w.length; j++) sum += 0.5 * w[i] * a[i][j] * w[j]; return scale * sum;
                }
            }""";

    @Test
    void theHessianOfRosenbrocksFunctionIsExact() {
        Generated hessian = Generated.create(Compiled.of(ROSENBROCK), "FHessian");
        double[] x = {-1.2, 1, 0.7};
        double[][] rows = (double[][]) hessian.call("fHessian", (Object) x);
        double[][] expected = new double[3][3];
        for (int i = 0; i < 2; i++) {
            expected[i][i] += 2 - 400 * (x[i + 1] - x[i] * x[i]) + 800 * x[i] * x[i];
            expected[i][i + 1] = -400 * x[i];
            expected[i + 1][i] = -400 * x[i];
            expected[i + 1][i + 1] += 200;
        }
        for (int i = 0; i < 3; i++) {
            assertThat(rows[i]).containsExactly(expected[i], within(1e-10));
        }
    }

    @Test
    void theHessianOfAQuadraticFormIsItsMatrix() {
        Compiled compiled = Compiled.of(QUADRATIC);
        Generated product = Generated.of(compiled, "F", "FHessian");
        Hessian hessian = (Hessian) product.object();
        double[][] rows = hessian.ofParameters(() -> product.call("fHessianVectorProduct", 3.0, 0.0));
        assertThat(rows).isDeepEqualTo(new double[][] {{6, 3, 1.5}, {3, -9, 12}, {1.5, 12, 3}});
        assertThat(hessian.parameters().get("w").gradient(0)).containsOnly(0);
        assertThat(hessian.directions().get("w").gradient(0)).containsOnly(0);
    }

    @Test
    void productsOfParametersAddUpUntilTheyAreCleared() {
        Compiled compiled = Compiled.of(QUADRATIC);
        Generated product = Generated.of(compiled, "F", "FHessian");
        Hessian hessian = (Hessian) product.object();
        hessian.directions().setGradients(new double[] {1, 0, 0});
        product.call("fHessianVectorProduct", 1.0, 0.0);
        product.call("fHessianVectorProduct", 1.0, 0.0);
        assertThat(hessian.products().get("w").gradient(0)).containsExactly(4, 2, 1);
        // the derivative with respect to scale is the form itself, whose own gradient is A w
        assertThat((double) product.call("fScaleProduct")).isEqualTo(2 * 0.5 - 1 + 0.5 * 2);
        hessian.zero();
        assertThat(hessian.products().get("w").gradient(0)).containsOnly(0);
        assertThat(hessian.directions().get("w").gradient(0)).containsExactly(1, 0, 0);
    }

    @Test
    void anArgumentWithoutADirectionStaysAsItIs() {
        Generated hessian = Generated.create(Compiled.of(ROSENBROCK), "FHessian");
        hessian.call("fHessianVectorProduct", new double[] {1, 2}, null);
        assertThat((double[]) hessian.call("fX")).containsExactly(-400, 200);
        assertThat((double[]) hessian.call("fXProduct")).containsExactly(0, 0);
    }

    @Test
    void nothingIsAllocatedOnceShapesAreKnown() {
        Generated hessian = Generated.create(Compiled.of(ROSENBROCK), "FHessian");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] x = new double[2000];
        Object[] arguments = {x, x.clone()};
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            hessian.call("fHessianVectorProduct", arguments);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // what reflection itself needs is far less than one array of this size, and the tape holds several
        assertThat(least).isLessThan(8 * 2000);
    }

    @Test
    void everyFunctionOfTheTableHasSecondDerivatives() {
        HessianProbe probe = HessianProbe.of("""
                final class F {
                    @Differentiable(secondOrder = true) static double f(double x, double y) {
                        return Math.pow(x, 2) * y + Math.pow(x, y) + Math.pow(2, x) + Math.atan2(x, y) + Math.hypot(x, y) + Math.abs(x - y) * x
                            + Math.max(x, y) * Math.min(x, 2) + Math.tanh(x) + Math.log1p(y) + Math.cbrt(x * y) + Math.sqrt(x * y) + Math.tan(x / 2)
                            + Math.fma(x, y, x) * y + Math.floor(x) * x * x + Math.signum(y) * y * x + Math.expm1(y) + Math.sinh(x) * Math.cosh(y)
                            + Math.asin(x / 9) + Math.acos(y / 9) + Math.atan(x * y) + Math.exp(x - y) + x % y * x + Math.log(x) + x / y / y
                            + Math.IEEEremainder(x, y) * y + Math.log10(x) + Math.copySign(x, -y) * x + Math.scalb(x * x, 3) + Math.sin(x * y) + Math.cos(x);
                    }
                }""");
        probe.agreesAt(1.3, 0.7).agreesAt(0.4, 0.9).agreesAt(2.3, 3.4);
    }

    @Test
    void derivativesGivenByHandNeedTheirOwn() {
        HessianProbe.of("""
                final class F {
                    @Differentiable(secondOrder = true) static double f(double x, double y) { return softplus(x * y) * x; }
                    @PartialDerivatives("logistic") static double softplus(double x) { return Math.log1p(Math.exp(x)); }
                    @PartialDerivatives("slope") static double logistic(double x) { return 1 / (1 + Math.exp(-x)); }
                    static double slope(double x) { return logistic(x) * (1 - logistic(x)); }
                }""").agreesAt(0.3, -1.7);
    }

    @Test
    void matricesReturnedByModelsInsideModels() {
        HessianProbe.of("""
                @Differentiable(secondOrder = true) final class Layer {
                    @Parameter final DMatrixRMaj w; @Parameter final double[] b = {0.1, -0.2};
                    Layer(double v) { w = new DMatrixRMaj(2, 2, true, v, 0.3, -0.7, 1.1); }
                    public DMatrixRMaj forward(DMatrixRMaj x) {
                        DMatrixRMaj y = CommonOps_DDRM.mult(x, w, null);
                        for (int i = 0; i < y.numRows; i++) for (int j = 0; j < y.numCols; j++) y.set(i, j, Math.tanh(y.get(i, j) + b[j]));
                        return y;
                    }
                }""", """
                final class F {
                    final Layer[] layers = {new Layer(0.5), new Layer(-0.9)}; static F sample() { return new F(); }
                    @Differentiable(secondOrder = true) double f(DMatrixRMaj x) {
                        DMatrixRMaj h = x; for (Layer layer : layers) h = layer.forward(h);
                        DMatrixRMaj s = new DMatrixRMaj(1, 1); CommonOps_DDRM.multTransA(h, h, s); CommonOps_DDRM.elementMult(s, s); return CommonOps_DDRM.elementSum(s) + CommonOps_DDRM.elementSum(h);
                    }
                }""").agreesAt(new DMatrixRMaj(new double[][] {{1.1, 0.3}, {-0.4, 0.6}, {0.7, 0.8}}));
    }

    @Test
    void stoppedValuesHoldStillInSecondDerivativesToo() {
        HessianProbe.of("""
                final class F {
                    @Differentiable(secondOrder = true) static double f(double[] x, DMatrixRMaj m) {
                        m.data[0] = x[0];
                        CommonOps_DDRM.divide(m, 2.5 + Math.tanh(Derivatives.stopGradient(1.0 * x[1])), m);
                        return m.data[0] * x[1] + Derivatives.stopGradient(x[0]) * x[1] * x[0];
                    }
                }""").agreesAt(new double[] {0.4, 0.9}, new DMatrixRMaj(new double[][] {{1.1, 0.3}}));
    }

    @Test
    void exceptionsLeaveTheObjectUsable() {
        Compiled compiled = Compiled.of("""
                final class F {
                    @Differentiable(secondOrder = true) static double f(double x) { if (x < 0) throw new IllegalArgumentException("negative"); return x * x * x; }
                }""");
        Generated hessian = Generated.create(compiled, "FHessian");
        assertThatThrownBy(() -> hessian.call("fHessianVectorProduct", -1.0, 1.0))
                .isInstanceOf(IllegalArgumentException.class);
        hessian.call("fHessianVectorProduct", 2.0, 1.0);
        assertThat((double) hessian.call("fXProduct")).isEqualTo(12);
    }
}
