package dev.gradwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.MatrixDimensionException;
import org.ejml.data.DMatrix1Row;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductsTest {

    static Stream<Method> products() {
        return Arrays.stream(MatrixProducts.class.getMethods())
                .filter(method -> method.getDeclaringClass() == MatrixProducts.class)
                .sorted((x, y) -> x.toString().compareTo(y.toString()));
    }

    @Test
    void areAllSixteenOfEjml() {
        assertThat(products()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("products")
    void giveWhatEjmlGives(Method product) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(product.getParameterTypes())
                .map(type -> type == DMatrixRMaj.class ? DMatrix1Row.class : type)
                .toArray(Class<?>[]::new);
        Method ofEjml = CommonOps_DDRM.class.getMethod(product.getName(), types);
        Random random = new Random(4);
        int[][] shapes = {
            {1, 1, 1}, {3, 2, 4}, {40, 50, 30}, {1, 5, 7}, {6, 1, 3}, {4, 3, 0}, {0, 3, 2}, {3, 0, 2}, {150, 140, 7}
        };
        for (int[] shape : shapes) {
            boolean left = product.getName().contains("TransA");
            boolean right = product.getName().endsWith("B") && product.getName().contains("Trans");
            DMatrixRMaj a = drawn(left ? shape[2] : shape[0], left ? shape[0] : shape[2], random);
            DMatrixRMaj b = drawn(right ? shape[1] : shape[2], right ? shape[2] : shape[1], random);
            DMatrixRMaj ours = drawn(shape[0], shape[1], random);
            DMatrixRMaj theirs = ours.copy();
            boolean scales = types.length == 4;
            product.invoke(null, scales ? new Object[] {0.7, a, b, ours} : new Object[] {a, b, ours});
            if (shape[2] == 0 && product.getName().contains("Add")) {
                assertThat(ours.data).containsExactly(theirs.data);
                continue;
            }
            ofEjml.invoke(null, scales ? new Object[] {0.7, a, b, theirs} : new Object[] {a, b, theirs});
            assertThat(ours.numRows).isEqualTo(shape[0]);
            assertThat(ours.numCols).isEqualTo(shape[1]);
            for (int i = 0; i < ours.getNumElements(); i++) {
                assertThat(ours.data[i]).isCloseTo(theirs.data[i], org.assertj.core.api.Assertions.within(1e-13 * 50));
            }
        }
    }

    @Test
    void nameTheShapesThatDoNotFit() {
        assertThatThrownBy(() ->
                        MatrixProducts.multTransB(new DMatrixRMaj(2, 3), new DMatrixRMaj(4, 5), new DMatrixRMaj(1, 1)))
                .isInstanceOf(MatrixDimensionException.class)
                .hasMessage("a is 2x3 and b is 5x4 (transposed): 3 and 5 must be equal");
        assertThatThrownBy(() ->
                        MatrixProducts.multAdd(new DMatrixRMaj(2, 3), new DMatrixRMaj(3, 5), new DMatrixRMaj(2, 4)))
                .isInstanceOf(MatrixDimensionException.class)
                .hasMessage("the product is 2x5, but is added to 2x4");
    }

    @Test
    void leaveResultsThatAreOperandsToEjml() {
        DMatrixRMaj a = drawn(2, 2, new Random(9));
        assertThatThrownBy(() -> MatrixProducts.mult(a, new DMatrixRMaj(2, 2), a))
                .isInstanceOf(IllegalArgumentException.class);
        DMatrixRMaj column = drawn(3, 1, new Random(10));
        DMatrixRMaj square = drawn(3, 3, new Random(11));
        DMatrixRMaj expected = column.copy();
        CommonOps_DDRM.multAdd(square, expected, expected);
        MatrixProducts.multAdd(square, column, column);
        assertThat(column.data).containsExactly(expected.data);
    }

    @Test
    void allocateNothingOnceTheyAreWarm() {
        DMatrixRMaj a = drawn(40, 50, new Random(5));
        DMatrixRMaj b = drawn(50, 60, new Random(6));
        DMatrixRMaj c = new DMatrixRMaj(40, 60);
        DMatrixRMaj small = drawn(3, 3, new Random(7));
        DMatrixRMaj square = new DMatrixRMaj(3, 3);
        DMatrixRMaj row = drawn(1, 50, new Random(8));
        DMatrixRMaj outer = new DMatrixRMaj(50, 50);
        Runnable step = () -> {
            MatrixProducts.mult(a, b, c);
            MatrixProducts.multAddTransA(2, a, c, b);
            MatrixProducts.mult(small, small, square);
            MatrixProducts.multTransA(row, row, outer);
        };
        MatrixKernel plain = new PlainKernel();
        long allocated = Kernels.during(plain, () -> {
            for (int i = 0; i < 200; i++) {
                step.run();
            }
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                step.run();
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        });
        assertThat(allocated).isLessThan(1000);
    }

    private static DMatrixRMaj drawn(int rows, int columns, Random random) {
        return RandomMatrices_DDRM.rectangle(rows, columns, -1, 1, random);
    }
}
