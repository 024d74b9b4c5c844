package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * The norms of EJML's matrices of fixed size, {@code NormOps_DDF2} to {@code NormOps_DDF6}, for matrices of the same entries: the square
 * root of the sum of squares. Squares are added row by row, as EJML does it, so that the results are the same bit by bit.
 */
public final class FixedNorms {

    private FixedNorms() {}

    /** The norm, computed so that squares neither overflow nor vanish. */
    public static double normF(DMatrixRMaj a) {
        double scale = Math.abs(a.data[0]);
        for (int k = 1; k < a.getNumElements(); k++) {
            double size = Math.abs(a.data[k]);
            scale = size > scale ? size : scale;
        }
        return scale == 0 ? 0 : scale * Math.sqrt(sumOfSquares(a, scale));
    }

    /** The norm. */
    public static double fastNormF(DMatrixRMaj a) {
        return Math.sqrt(sumOfSquares(a, 1));
    }

    private static double sumOfSquares(DMatrixRMaj a, double scale) {
        double sum = 0;
        for (int i = 0; i < a.numRows; i++) {
            double row = 0;
            for (int j = 0; j < a.numCols; j++) {
                double entry = a.data[i * a.numCols + j] / scale;
                row += entry * entry;
            }
            sum += row;
        }
        return sum;
    }
}
