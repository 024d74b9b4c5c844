package dev.gradwright.check.subject;

import dev.gradwright.ArrayShape;
import java.lang.reflect.Array;
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
        } else if (value instanceof Object[] rows) {
            return Arrays.stream(rows)
                    .map(Flat::of)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        if (value instanceof DMatrixRMaj matrix) {
            return Arrays.copyOf(matrix.data, matrix.getNumElements());
        }
        throw new IllegalArgumentException("a result or gradient is "
                + (value == null ? "null" : "a " + value.getClass().getName())
                + "; it must be a Double, double[], DMatrixRMaj or an array of such");
    }

    /** A new value with the type and shape of another and these numbers. */
    @SuppressWarnings("unchecked")
    static <T> T shaped(T like, double[] flat) {
        if (like instanceof Double) {
            return (T) Double.valueOf(flat[0]);
        } else if (like instanceof double[]) {
            return (T) flat.clone();
        } else if (like instanceof Object[] rows) {
            Object[] shaped = (Object[]) Array.newInstance(like.getClass().getComponentType(), rows.length);
            int at = 0;
            for (int i = 0; i < rows.length; i++) {
                int size = of(rows[i]).length;
                shaped[i] = shaped(rows[i], Arrays.copyOfRange(flat, at, at + size));
                at += size;
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
        return value instanceof Double ? "number" : ArrayShape.of(value);
    }
}
