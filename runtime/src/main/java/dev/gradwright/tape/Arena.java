package dev.gradwright.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The arrays and matrices made during a forward sweep. Each request gets what the same request of the sweep before got, if that
 * still fits, so that a program whose shapes do not change allocates once.
 */
final class Arena {

    private final List<double[]> doubles = new ArrayList<>();
    private final List<int[]> ints = new ArrayList<>();
    private final List<double[][]> rows = new ArrayList<>();
    private final List<DMatrixRMaj> matrices = new ArrayList<>();
    private int doubleCount;
    private int intCount;
    private int rowCount;
    private int matrixCount;

    void restart() {
        doubleCount = 0;
        intCount = 0;
        rowCount = 0;
        matrixCount = 0;
    }

    double[] doubles(int length) {
        double[] array = next(doubles, doubleCount);
        if (array == null || array.length != length) {
            array = new double[length];
            keep(doubles, doubleCount, array);
        } else {
            Arrays.fill(array, 0.0);
        }
        doubleCount++;
        return array;
    }

    int[] ints(int length) {
        int[] array = next(ints, intCount);
        if (array == null || array.length != length) {
            array = new int[length];
            keep(ints, intCount, array);
        } else {
            Arrays.fill(array, 0);
        }
        intCount++;
        return array;
    }

    double[][] rows(int length) {
        double[][] array = next(rows, rowCount);
        if (array == null || array.length != length) {
            array = new double[length][];
            keep(rows, rowCount, array);
        } else {
            Arrays.fill(array, null);
        }
        rowCount++;
        return array;
    }

    DMatrixRMaj matrix(int numRows, int numCols) {
        DMatrixRMaj matrix = next(matrices, matrixCount);
        // a matrix that has been reshaped since is as good as new only if its array has the size a new one would have
        if (matrix == null || matrix.data.length != numRows * numCols) {
            matrix = new DMatrixRMaj(numRows, numCols);
            keep(matrices, matrixCount, matrix);
        } else {
            matrix.numRows = numRows;
            matrix.numCols = numCols;
            matrix.zero();
        }
        matrixCount++;
        return matrix;
    }

    private static <T> T next(List<T> pool, int index) {
        return index < pool.size() ? pool.get(index) : null;
    }

    private static <T> void keep(List<T> pool, int index, T item) {
        if (index < pool.size()) {
            pool.set(index, item);
        } else {
            pool.add(item);
        }
    }
}
