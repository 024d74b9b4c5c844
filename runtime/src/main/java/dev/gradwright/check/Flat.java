package dev.gradwright.check;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Numbers, arrays and matrices as flat arrays of doubles, and back. */
final class Flat {

    private Flat() {}

    /** The numbers of a value, row by row, in an array of their own. */
    static double[] of(Object value) {
        if (value instanceof Double number) {
            return new double[] {number};
        } else if (value instanceof double[] array) {
            return array.clone();
        } else if (value instanceof double[][] rows) {
            return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        }
        DMatrixRMaj matrix = (DMatrixRMaj) value;
        return Arrays.copyOf(matrix.data, matrix.getNumElements());
    }

    /** A new value with the type and shape of another and these numbers. */
    @SuppressWarnings("unchecked")
    static <T> T shaped(T like, double[] flat) {
        if (like instanceof Double) {
            return (T) Double.valueOf(flat[0]);
        } else if (like instanceof double[]) {
            return (T) flat.clone();
        } else if (like instanceof double[][] rows) {
            double[][] shaped = new double[rows.length][];
            int at = 0;
            for (int i = 0; i < rows.length; i++) {
                shaped[i] = Arrays.copyOfRange(flat, at, at + rows[i].length);
                at += rows[i].length;
            }
            return (T) shaped;
        }
        DMatrixRMaj matrix = (DMatrixRMaj) like;
        DMatrixRMaj shaped = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        System.arraycopy(flat, 0, shaped.data, 0, flat.length);
        return (T) shaped;
    }

    /** The shape for people: {@code 3x4}, {@code 5}, or {@code number}. */
    static String shape(Object value) {
        if (value instanceof Double) {
            return "number";
        } else if (value instanceof double[] array) {
            return String.valueOf(array.length);
        } else if (value instanceof double[][] rows) {
            boolean even =
                    Arrays.stream(rows).mapToInt(row -> row.length).distinct().count() <= 1;
            return rows.length + "x" + (even && rows.length > 0 ? String.valueOf(rows[0].length) : "*");
        }
        DMatrixRMaj matrix = (DMatrixRMaj) value;
        return matrix.numRows + "x" + matrix.numCols;
    }
}
