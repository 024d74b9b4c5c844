package dev.gradwright.monitor.activation;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Copies of a layer's results in one sample: a row for each example, a column for each unit. */
final class Values {

    private double[] numbers = new double[16];
    private int rows;
    private int columns;

    void clear() {
        rows = 0;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    double get(int row, int column) {
        return numbers[row * columns + column];
    }

    double[] row(int row) {
        return Arrays.copyOfRange(numbers, row * columns, (row + 1) * columns);
    }

    double[] numbers() {
        return numbers;
    }

    int size() {
        return rows * columns;
    }

    /** Adds what a method has returned; rows of another length than those before are left out, as they are of other units. */
    void add(Object result) {
        if (result instanceof DMatrixRMaj matrix) {
            for (int i = 0; i < matrix.numRows; i++) {
                add(matrix.data, i * matrix.numCols, matrix.numCols);
            }
        } else if (result instanceof double[] row) {
            add(row, 0, row.length);
        } else if (result instanceof Object[] parts) {
            for (Object part : parts) {
                add(part);
            }
        }
    }

    private void add(double[] source, int from, int length) {
        if (rows == 0) {
            columns = length;
        }
        if (length != columns) {
            return;
        }
        int end = (rows + 1) * columns;
        if (numbers.length < end) {
            numbers = Arrays.copyOf(numbers, Math.max(end, 2 * numbers.length));
        }
        System.arraycopy(source, from, numbers, rows * columns, columns);
        rows++;
    }
}
