package dev.gradwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.data.DMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.fixed.CommonOps_DDF2;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.ejml.dense.fixed.CommonOps_DDF4;
import org.ejml.dense.fixed.CommonOps_DDF5;
import org.ejml.dense.fixed.CommonOps_DDF6;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixedProductsTest {

    /** All products of EJML's but those of a vector and a matrix, which are the transposed ones of a matrix and a vector. */
    static Stream<Method> productsOfEjml() {
        return Stream.of(
                        CommonOps_DDF2.class,
                        CommonOps_DDF3.class,
                        CommonOps_DDF4.class,
                        CommonOps_DDF5.class,
                        CommonOps_DDF6.class)
                .flatMap(owner -> Arrays.stream(owner.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().matches("mult(Add)?(TransA?B?)?"))
                .filter(method -> method.getParameterTypes()[0] == double.class
                        || method.getParameterTypes()[0].getSimpleName().matches("DMatrix.x."));
    }

    @ParameterizedTest
    @MethodSource("productsOfEjml")
    void giveWhatEjmlGivesBitByBit(Method ofEjml) throws ReflectiveOperationException {
        Random random = new Random(3);
        Class<?>[] types = Arrays.stream(ofEjml.getParameterTypes())
                .map(type -> type == double.class ? type : DMatrixRMaj.class)
                .toArray(Class<?>[]::new);
        Method product = FixedProducts.class.getMethod(ofEjml.getName(), types);
        for (int time = 0; time < 20; time++) {
            List<Object> ours = new ArrayList<>();
            List<Object> theirs = new ArrayList<>();
            for (Class<?> type : ofEjml.getParameterTypes()) {
                if (type == double.class) {
                    ours.add(-0.7);
                    theirs.add(-0.7);
                } else {
                    DMatrix matrix = (DMatrix) type.getConstructor().newInstance();
                    DMatrixRMaj drawn = drawn(matrix.getNumRows(), matrix.getNumCols(), random);
                    DConvertMatrixStruct.convert((DMatrix) drawn, matrix);
                    ours.add(drawn);
                    theirs.add(matrix);
                }
            }
            product.invoke(null, ours.toArray());
            ofEjml.invoke(null, theirs.toArray());
            DMatrixRMaj result = (DMatrixRMaj) ours.get(ours.size() - 1);
            DMatrix expected = (DMatrix) theirs.get(theirs.size() - 1);
            for (int i = 0; i < result.numRows; i++) {
                for (int j = 0; j < result.numCols; j++) {
                    assertThat(Double.doubleToRawLongBits(result.get(i, j)))
                            .isEqualTo(Double.doubleToRawLongBits(expected.get(i, j)));
                }
            }
        }
    }

    @Test
    void refuseAResultThatIsAFactor() {
        DMatrixRMaj a = new DMatrixRMaj(2, 2);
        DMatrixRMaj b = new DMatrixRMaj(2, 2);
        assertThatThrownBy(() -> FixedProducts.mult(a, b, a)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedProducts.multAdd(a, b, b)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Entries of which some are zeros of either sign. */
    private static DMatrixRMaj drawn(int rows, int columns, Random random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int k = 0; k < matrix.getNumElements(); k++) {
            matrix.data[k] = random.nextInt(3) == 0 ? random.nextBoolean() ? 0.0 : -0.0 : random.nextGaussian();
        }
        return matrix;
    }
}
