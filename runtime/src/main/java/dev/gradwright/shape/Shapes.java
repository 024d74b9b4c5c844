package dev.gradwright.shape;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Checks, call by call, that dimensions of one name have one length. The first array or matrix that has a dimension decides its
 * length; one that disagrees is refused by a message that names both.
 */
public final class Shapes {

    private static final class Binding {
        String dimension;
        String owner;
        int length;
        int rows;
        int columns;

        void set(String owner, int length, int rows, int columns) {
            this.owner = owner;
            this.length = length;
            this.rows = rows;
            this.columns = columns;
        }
    }

    private Binding[] bindings = {};
    /** How many bindings there are in this call. */
    private int count;
    /** How many of the first bindings, those of earlier calls included, are known to be of different dimensions. */
    private int different;

    private String method = "";

    /** Starts the checks of a call. */
    public void begin(String name) {
        method = name;
        count = 0;
    }

    /** Checks a matrix. */
    public void check(String name, DMatrixRMaj matrix, String rows, String columns) {
        bind(name, rows, matrix.numRows, matrix.numRows, matrix.numCols);
        bind(name, columns, matrix.numCols, matrix.numRows, matrix.numCols);
    }

    /** Checks an array. */
    public void check(String name, double[] array, String dimension) {
        bind(name, dimension, array.length, array.length, -1);
    }

    /** Checks an array. */
    public void check(String name, int[] array, String dimension) {
        bind(name, dimension, array.length, array.length, -1);
    }

    /** Checks an array of arrays, row by row. */
    public void check(String name, double[][] array, String rows, String columns) {
        int width = array.length == 0 ? -1 : array[0].length;
        bind(name, rows, array.length, array.length, width);
        for (double[] row : array) {
            bind(name, columns, row.length, array.length, row.length);
        }
    }

    /** Checks an array of arrays of arrays, one after the other. */
    public void check(String name, double[][][] array, String planes, String rows, String columns) {
        bind(name, planes, array.length, array.length, -1);
        for (double[][] plane : array) {
            check(name, plane, rows, columns);
        }
    }

    /** Checks that all elements of an array are indices into a dimension. */
    public void checkIndex(String name, int[] array, String dimension) {
        int length = lengthOf(dimension);
        for (int i = 0; i < array.length; i++) {
            if (array[i] < 0 || length >= 0 && array[i] >= length) {
                String range = length < 0 ? "must not be negative" : "must lie in 0.." + (length - 1);
                String bound = length < 0 ? "" : ", but " + dimension + " is " + length;
                throw new IllegalArgumentException(
                        method + ": " + name + "[" + i + "] is " + array[i] + bound + ": " + name + " " + range);
            }
        }
    }

    private int lengthOf(String dimension) {
        Binding known = find(dimension);
        if (known != null) {
            return known.length;
        }
        return isNumber(dimension) ? Integer.parseInt(dimension) : -1;
    }

    private void bind(String name, String dimension, int length, int rows, int columns) {
        Binding known = find(dimension);
        if (known == null) {
            bindNew(name, dimension, length, rows, columns);
        } else if (known.length != length) {
            throw new IllegalArgumentException(method + ": " + name + " is " + shape(rows, columns) + ", but "
                    + known.owner + " is " + shape(known.rows, known.columns) + ": " + dimension + " is " + length
                    + " and " + known.length);
        }
    }

    private void bindNew(String name, String dimension, int length, int rows, int columns) {
        if (isNextAsBefore(dimension) || !isNumber(dimension)) {
            next(dimension).set(name, length, rows, columns);
        } else if (Integer.parseInt(dimension) != length) {
            throw new IllegalArgumentException(method + ": " + name + " is " + shape(rows, columns)
                    + ", but a dimension of " + dimension + " is declared where it has " + length);
        }
    }

    private Binding next(String dimension) {
        if (!isNextAsBefore(dimension)) {
            if (count == bindings.length) {
                bindings = Arrays.copyOf(bindings, count + 1);
                bindings[count] = new Binding();
            }
            bindings[count].dimension = dimension;
            different = count + 1;
        }
        return bindings[count++];
    }

    /** The binding of a dimension in this call, or null. */
    private Binding find(String dimension) {
        for (int i = 0; i < count; i++) {
            if (bindings[i].dimension == dimension) {
                return bindings[i];
            }
        }
        return isNextAsBefore(dimension) ? null : findByLetters(dimension);
    }

    private Binding findByLetters(String dimension) {
        for (int i = 0; i < count; i++) {
            if (bindings[i].dimension.equals(dimension)) {
                return bindings[i];
            }
        }
        return null;
    }

    /** Whether an earlier call had the same dimensions up to this new one. Names are constants, so that nothing is compared letter by letter then. */
    private boolean isNextAsBefore(String dimension) {
        return count < different && bindings[count].dimension == dimension;
    }

    private static boolean isNumber(String dimension) {
        return !dimension.isEmpty() && Character.isDigit(dimension.charAt(0));
    }

    private static String shape(int rows, int columns) {
        return columns < 0 ? "of length " + rows : rows + "x" + columns;
    }
}
