package dev.gradwright.linalg;

import org.ejml.data.DMatrix1Row;
import org.ejml.data.DMatrixD1;
import org.ejml.data.DMatrixRMaj;

/**
 * Where EJML's searches find the entry, row or column that they are about. The methods have the names of those of EJML and take the same
 * decisions: of several that are alike the first is found unless it is said otherwise, and -1 says that nothing is found.
 */
public final class Places {

    private Places() {}

    /** The index of the largest entry, in the order of {@code a.data}; the last one of several. */
    public static int elementMax(DMatrixD1 a) {
        int place = 0;
        for (int k = 1; k < a.getNumElements(); k++) {
            place = a.data[k] >= a.data[place] ? k : place;
        }
        return place;
    }

    /** The index of the smallest entry. */
    public static int elementMin(DMatrixD1 a) {
        int place = 0;
        for (int k = 1; k < a.getNumElements(); k++) {
            place = a.data[k] < a.data[place] ? k : place;
        }
        return place;
    }

    /** The index of the entry with the largest absolute value; -1 if all are zero. */
    public static int elementMaxAbs(DMatrixD1 a) {
        int place = -1;
        double max = 0;
        for (int k = 0; k < a.getNumElements(); k++) {
            if (Math.abs(a.data[k]) > max) {
                max = Math.abs(a.data[k]);
                place = k;
            }
        }
        return place;
    }

    /** The index of the entry with the smallest absolute value. */
    public static int elementMinAbs(DMatrixD1 a) {
        int place = -1;
        double min = Double.MAX_VALUE;
        for (int k = 0; k < a.getNumElements(); k++) {
            if (Math.abs(a.data[k]) < min) {
                min = Math.abs(a.data[k]);
                place = k;
            }
        }
        return place;
    }

    /** The index of the entry on the diagonal with the largest absolute value; -1 if all are zero. */
    public static int elementDiagonalMaxAbs(DMatrixD1 a) {
        int place = -1;
        double max = 0;
        for (int i = 0; i < Math.min(a.numRows, a.numCols); i++) {
            int k = i * a.numCols + i;
            if (Math.abs(a.data[k]) > max) {
                max = Math.abs(a.data[k]);
                place = k;
            }
        }
        return place;
    }

    /** The index of the smallest entry in a row. */
    public static int minRows(DMatrix1Row a, int row) {
        return smallest(a, row * a.numCols, 1, a.numCols, 1);
    }

    /** The index of the largest entry in a row. */
    public static int maxRows(DMatrix1Row a, int row) {
        return smallest(a, row * a.numCols, 1, a.numCols, -1);
    }

    /** The index of the smallest entry in a column. */
    public static int minCols(DMatrix1Row a, int column) {
        return smallest(a, column, a.numCols, a.numRows, 1);
    }

    /** The index of the largest entry in a column. */
    public static int maxCols(DMatrix1Row a, int column) {
        return smallest(a, column, a.numCols, a.numRows, -1);
    }

    private static int smallest(DMatrix1Row a, int start, int step, int count, double sign) {
        int place = -1;
        double min = Double.MAX_VALUE;
        for (int n = 0; n < count; n++) {
            double value = sign * a.data[start + n * step];
            if (value < min) {
                min = value;
                place = start + n * step;
            }
        }
        return place;
    }

    /** The column with the largest sum of absolute values; -1 if all entries are zero. */
    public static int inducedP1(DMatrixRMaj a) {
        return heaviest(a, a.numCols, 1, a.numRows, a.numCols);
    }

    /** The row with the largest sum of absolute values; -1 if all entries are zero. */
    public static int inducedPInf(DMatrixRMaj a) {
        return heaviest(a, a.numRows, a.numCols, a.numCols, 1);
    }

    private static int heaviest(DMatrixRMaj a, int lines, int lineStep, int count, int step) {
        int place = -1;
        double max = 0;
        for (int line = 0; line < lines; line++) {
            double total = 0;
            for (int n = 0; n < count; n++) {
                total += Math.abs(a.data[line * lineStep + n * step]);
            }
            if (total > max) {
                max = total;
                place = line;
            }
        }
        return place;
    }
}
