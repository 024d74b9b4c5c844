package dev.gradwright;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The shapes of arrays and matrices, for people: {@code 5}, {@code 3x4}, {@code 2x3x4}, with a star where lengths differ. */
public final class ArrayShape {

    private ArrayShape() {}

    /** The shape of a matrix, an array of numbers, or an array of arrays or matrices. */
    public static String of(Object array) {
        if (array instanceof DMatrixRMaj matrix) {
            return matrix.numRows + "x" + matrix.numCols;
        } else if (array instanceof double[] numbers) {
            return String.valueOf(numbers.length);
        }
        Object[] rows = (Object[]) array;
        List<String> shapes = Arrays.stream(rows).map(ArrayShape::of).distinct().toList();
        return rows.length + (shapes.isEmpty() ? "x0" : "x" + (shapes.size() == 1 ? shapes.get(0) : "*"));
    }
}
