package dev.gradwright.processor.derive.matrix;

import static dev.gradwright.processor.derive.matrix.MatrixProbe.random;
import static dev.gradwright.processor.testing.Reflection.call;
import static dev.gradwright.processor.testing.Reflection.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.processor.testing.Compiled;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.SingularMatrixException;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gradients of matrix operations do where there is none, and what they allocate. */
class SingularMatrixTest {

    private static final Compiled COMPILED = Compiled.of("""
            final class F {
                @Differentiable static double solve(DMatrixRMaj a, DMatrixRMaj b) { DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.solve(a, b, x); return sum(x); }
                @Differentiable static double fit(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.solve(CommonOps_DDRM.concatColumns(b, b, null), b, x); return sum(x); }
                @Differentiable static double solveSpd(DMatrixRMaj a, DMatrixRMaj b) { DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.solveSPD(a, b, x); return sum(x); }
                @Differentiable static double invert(DMatrixRMaj a, DMatrixRMaj b) { DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.invert(a, x); return sum(x); }
                @Differentiable static double invertSpd(DMatrixRMaj a, DMatrixRMaj b) { DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.invertSPD(a, x); return sum(x); }
                @Differentiable static double pinv(DMatrixRMaj a, DMatrixRMaj b) { DMatrixRMaj x = new DMatrixRMaj(1, 1); CommonOps_DDRM.pinv(a, x); return sum(x); }
                @Differentiable static double det(DMatrixRMaj a, DMatrixRMaj b) { return CommonOps_DDRM.det(a); }
                @Differentiable static double norm(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = CommonOps_DDRM.identity(4); CommonOps_DDRM.add(0, a, 3, c, c); return NormOps_DDRM.normP2(c); }
                @Differentiable static double vectors(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = shifted(a), w = new DMatrixRMaj(1, 1), v = new DMatrixRMaj(1, 1); Decompositions.symmetricEigen(c, w, v); return v.get(0, 1); }
                @Differentiable static double smallest(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = shifted(a), w = new DMatrixRMaj(1, 1), v = new DMatrixRMaj(1, 1); Decompositions.symmetricEigen(c, w, v); return w.get(0); }
                @Differentiable static double product(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj c = a.copy(), w = new DMatrixRMaj(1, 1), v = new DMatrixRMaj(1, 1); Decompositions.symmetricEigen(c, w, v); double p = 1;
                    for (int i = 0; i < a.numRows; i++) p *= w.get(i); return p; }
                @Differentiable static double last(DMatrixRMaj a, DMatrixRMaj b) { return Decompositions.singularValues(a, null).get(3); }
                @Differentiable static double first(DMatrixRMaj a, DMatrixRMaj b) { return Decompositions.singularValues(shifted(a), null).get(0); }
                @Differentiable static double cholesky(DMatrixRMaj a, DMatrixRMaj b) { return sum(Decompositions.cholesky(a, null)); }
                @Differentiable static double logDet(DMatrixRMaj a, DMatrixRMaj b) { return Decompositions.logDeterminant(a); }
                private static DMatrixRMaj shifted(DMatrixRMaj a) { DMatrixRMaj c = CommonOps_DDRM.identity(4); CommonOps_DDRM.add(0, a, 3, c, c); return c; }
                @Differentiable static double eigen(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj w = new DMatrixRMaj(1, 1), v = new DMatrixRMaj(1, 1); Decompositions.symmetricEigen(a, w, v); return w.get(0) * v.get(0, 1); }
                @Differentiable static double all(DMatrixRMaj a, DMatrixRMaj b) {
                    DMatrixRMaj x = new DMatrixRMaj(1, 1), y = new DMatrixRMaj(1, 1), c = CommonOps_DDRM.multInner(a, null); CommonOps_DDRM.solve(a, b, x);
                    double s = sum(x) + CommonOps_DDRM.det(a) + NormOps_DDRM.normF(a) + CommonOps_DDRM.elementMaxAbs(a); CommonOps_DDRM.solveSPD(c, x, x);
                    CommonOps_DDRM.invert(a, y); CommonOps_DDRM.invertSPD(c, c); CommonOps_DDRM.kron(x, b, y); s += sum(y) + sum(c); CommonOps_DDRM.extract(a, 0, 3, 0, 2, y);
                    DMatrixRMaj z = new DMatrixRMaj(1, 1); s += sum(Decompositions.cholesky(c, null)) + Decompositions.logDeterminant(a); CommonOps_DDRM.extract(b, 0, 3, 0, 1, x); CommonOps_DDRM.solve(y, x, z); return s + sum(z); }
                private static double sum(DMatrixRMaj x) { return CommonOps_DDRM.elementSum(x); }
            }""", """
            record Steps(FGradient gradient, DMatrixRMaj a, DMatrixRMaj b, String method) implements Runnable {
                public void run() {
                    switch (method) {
                        case "pinv" -> { gradient.pinv(a, b); gradient.pinvBackward(1.0); }
                        case "norm" -> { gradient.norm(a, b); gradient.normBackward(1.0); }
                        case "eigen" -> { gradient.eigen(a, b); gradient.eigenBackward(1.0); }
                        case "last" -> { gradient.last(a, b); gradient.lastBackward(1.0); }
                        default -> { gradient.all(a, b); gradient.allBackward(1.0); }
                    }
                }
            }""");

    private static final DMatrixRMaj SINGULAR =
            new DMatrixRMaj(new double[][] {{1, 2, 0, 1}, {0, 0, 0, 0}, {3, 1, 5, 0}, {0, 1, 2, 2}});

    private final Object gradient = call(named(COMPILED.type("FGradient"), "create"), null);

    @ParameterizedTest
    @CsvSource({
        "solve, CommonOps_DDRM.solve, 4x4, is singular",
        "fit, CommonOps_DDRM.solve, 4x2, has columns that depend on each other",
        "solveSpd, CommonOps_DDRM.solveSPD, 4x4, is not positive definite",
        "invert, CommonOps_DDRM.invert, 4x4, is singular",
        "invertSpd, CommonOps_DDRM.invertSPD, 4x4, is not positive definite",
        "pinv, CommonOps_DDRM.pinv, 4x4, has not full rank",
        "det, CommonOps_DDRM.det, 4x4, is singular",
        "norm, NormOps_DDRM.inducedP2, 4x4, has two largest singular values",
        "vectors, Decompositions.symmetricEigen, 4x4, has eigenvalues that are equal",
        "smallest, Decompositions.symmetricEigen, 4x4, has eigenvalues that are equal",
        "last, Decompositions.singularValues, 4x4, has singular values that are zero",
        "first, Decompositions.singularValues, 4x4, has singular values that are equal"
    })
    void matricesWithoutADerivativeAreNamed(String method, String operation, String shape, String trouble) {
        record(gradient, method, SINGULAR, random(4, 1));
        assertThatThrownBy(() -> backward(gradient, method))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessageMatching(
                        operation + " at F.java:\\d+ has no derivative: the " + shape + " matrix " + trouble);
    }

    @ParameterizedTest
    @CsvSource({
        "cholesky, Decompositions.cholesky, is not positive definite",
        "logDet, Decompositions.logDeterminant, 'is singular, so its determinant has no logarithm'"
    })
    void decompositionsThatDoNotExistAreNamed(String method, String operation, String trouble) {
        assertThatThrownBy(() -> record(gradient, method, SINGULAR, random(4, 1)))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessageMatching(operation + " at F.java:\\d+: the 4x4 matrix " + trouble);
    }

    @Test
    void functionsThatTreatEqualEigenvaluesAlikeHaveADerivative() {
        DMatrixRMaj twice = CommonOps_DDRM.identity(3);
        CommonOps_DDRM.scale(2, twice);
        record(gradient, "product", twice, random(3, 1));
        backward(gradient, "product");
        DMatrixRMaj slope = (DMatrixRMaj) call(named(gradient.getClass(), "productA"), gradient);
        DMatrixRMaj expected = CommonOps_DDRM.identity(3);
        CommonOps_DDRM.scale(4, expected);
        assertThat(MatrixFeatures_DDRM.isIdentical(slope, expected, 1e-14)).isTrue();
    }

    @Test
    void gradientsGoOnAfterSuchMatrices() {
        Object fresh = call(named(COMPILED.type("FGradient"), "create"), null);
        record(gradient, "solve", SINGULAR, random(4, 2));
        assertThatThrownBy(() -> backward(gradient, "solve")).isInstanceOf(SingularMatrixException.class);
        for (Object each : new Object[] {gradient, fresh}) {
            record(each, "solve", SolvingProgramsTest.regular(4), random(4, 2));
            backward(each, "solve");
        }
        assertThat(slope(gradient).data).containsExactly(slope(fresh).data).doesNotContain(0);
    }

    @Test
    void tangentsOfSingularSystemsAreNoNumbers() {
        Object tangent = call(named(COMPILED.type("FTangent"), "create"), null);
        call(named(tangent.getClass(), "solve"), tangent, SINGULAR, random(4, 4), random(4, 1), random(4, 1, 2));
        assertThat((Double) call(named(tangent.getClass(), "solveDot"), tangent))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "pinv", "norm", "eigen", "last"})
    void nothingIsAllocatedInSteadyState(String method) throws ReflectiveOperationException {
        Constructor<?> steps = COMPILED.type("Steps").getDeclaredConstructors()[0];
        steps.setAccessible(true);
        Runnable step = (Runnable) steps.newInstance(gradient, SolvingProgramsTest.regular(9), random(9, 1), method);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            step.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private static void record(Object gradient, String method, DMatrixRMaj a, DMatrixRMaj b) {
        call(named(gradient.getClass(), method), gradient, a, b);
    }

    private static void backward(Object gradient, String method) {
        call(named(gradient.getClass(), method + "Backward"), gradient, 1.0);
    }

    private static DMatrixRMaj slope(Object gradient) {
        return (DMatrixRMaj) call(named(gradient.getClass(), "solveA"), gradient);
    }
}
