package dev.gradwright.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.SingularMatrixException;
import org.ejml.dense.fixed.CommonOps_DDF2;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.ejml.dense.fixed.CommonOps_DDF4;
import org.ejml.dense.fixed.CommonOps_DDF5;
import org.ejml.dense.fixed.NormOps_DDF2;
import org.ejml.dense.fixed.NormOps_DDF3;
import org.ejml.dense.fixed.NormOps_DDF4;
import org.ejml.dense.fixed.NormOps_DDF5;
import org.ejml.dense.fixed.NormOps_DDF6;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Norms and inverses of fixed size beside EJML's own, bit by bit. */
class FixedSizesTest {

    private static final double[] SIZES = {1, 1e-200, 1e200, 0, Double.NaN, Double.POSITIVE_INFINITY};

    static Stream<Method> norms() {
        return named(
                "(fastN|n)ormF",
                NormOps_DDF2.class,
                NormOps_DDF3.class,
                NormOps_DDF4.class,
                NormOps_DDF5.class,
                NormOps_DDF6.class);
    }

    static Stream<Method> inverses() {
        return named("invert", CommonOps_DDF2.class, CommonOps_DDF3.class, CommonOps_DDF4.class, CommonOps_DDF5.class);
    }

    @ParameterizedTest
    @MethodSource("norms")
    void normsAreThoseOfEjml(Method ofEjml) throws ReflectiveOperationException {
        Random random = new Random(5);
        Method norm = FixedNorms.class.getMethod(ofEjml.getName(), DMatrixRMaj.class);
        for (double size : SIZES) {
            DMatrix theirs = made(ofEjml);
            DMatrixRMaj ours = drawn(theirs, size, random);
            assertThat(norm.invoke(null, ours)).isEqualTo(ofEjml.invoke(null, theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("inverses")
    void inversesAreThoseOfEjml(Method ofEjml) throws ReflectiveOperationException {
        Random random = new Random(6);
        for (double size : SIZES) {
            DMatrix theirs = made(ofEjml);
            DMatrix inverse = made(ofEjml);
            DMatrixRMaj ours = drawn(theirs, size, random);
            DMatrixRMaj result = new DMatrixRMaj(ours.numRows, ours.numCols);
            boolean isDone = new FixedInverse().invert(ours, result, "here");
            assertThat(isDone).isEqualTo(ofEjml.invoke(null, theirs, inverse));
            for (int k = 0; k < result.getNumElements(); k++) {
                Double expected = inverse.get(k / ours.numCols, k % ours.numCols);
                assertThat(result.data[k]).isEqualTo(expected);
            }
        }
    }

    @Test
    void theInverseOfASingularMatrixHasNoAdjoint() {
        FixedInverse inverse = new FixedInverse();
        DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 2}, {2, 4}});
        DMatrixRMaj c = new DMatrixRMaj(2, 2);
        DMatrixRMaj cBar = new DMatrixRMaj(2, 2);
        DMatrixRMaj aBar = new DMatrixRMaj(2, 2);
        inverse.invert(a, c, "F.java:3");
        inverse.adjoint(cBar, c, aBar);
        assertThat(aBar.data).containsOnly(0);
        cBar.set(0, 1, 1);
        assertThatThrownBy(() -> inverse.adjoint(cBar, c, aBar))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessage("CommonOps_DDF.invert at F.java:3 has no derivative: the 2x2 matrix is singular");
    }

    private static Stream<Method> named(String name, Class<?>... owners) {
        return Arrays.stream(owners)
                .flatMap(owner -> Arrays.stream(owner.getMethods()))
                .filter(method -> method.getName().matches(name));
    }

    private static DMatrix made(Method ofEjml) throws ReflectiveOperationException {
        return (DMatrix) ofEjml.getParameterTypes()[0].getConstructor().newInstance();
    }

    private static DMatrixRMaj drawn(DMatrix target, double size, Random random) {
        DMatrixRMaj matrix = new DMatrixRMaj(target.getNumRows(), target.getNumCols());
        for (int k = 0; k < matrix.getNumElements(); k++) {
            matrix.data[k] = size * random.nextGaussian();
        }
        DConvertMatrixStruct.convert((DMatrix) matrix, target);
        return matrix;
    }
}
