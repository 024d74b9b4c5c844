package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/** Matrices brought into a shape before they are filled. */
public final class Shaped {

    private Shaped() {}

    /** Gives a matrix a shape and makes it zero. */
    public static void zeros(DMatrixRMaj matrix, int rows, int columns) {
        matrix.reshape(rows, columns);
        matrix.zero();
    }
}
