package dev.gradwright.linalg;

import org.ejml.data.DMatrixRMaj;

/**
 * The transposed operations of those of EJML that move entries or sum them. Each method has the name and the parameters of the operation,
 * and gets adjoints in the place of matrices: what lies where the operation writes is taken away and added to where it came from. A number
 * that the operation takes is missing; its share of the adjoint is returned.
 */
public final class Transposed {

    private Transposed() {}

    /** Of a block copied to another matrix. */
    public static void extract(
            DMatrixRMaj source,
            int row0,
            int row1,
            int column0,
            int column1,
            DMatrixRMaj target,
            int targetRow,
            int targetColumn) {
        for (int i = row1 - row0 - 1; i >= 0; i--) {
            int from = (targetRow + i) * target.numCols + targetColumn;
            int to = (row0 + i) * source.numCols + column0;
            give(target, from, source, to, column1 - column0);
        }
    }

    /** Of a block copied to a matrix of its size. */
    public static void extract(DMatrixRMaj source, int row0, int row1, int column0, int column1, DMatrixRMaj target) {
        extract(source, row0, row1, column0, column1, target, 0, 0);
    }

    /** Of a block as large as the target copied there. */
    public static void extract(DMatrixRMaj source, int row, int column, DMatrixRMaj target) {
        extract(source, row, row + target.numRows, column, column + target.numCols, target, 0, 0);
    }

    /** Of some rows and columns copied. */
    public static void extract(
            DMatrixRMaj source, int[] rows, int rowCount, int[] columns, int columnCount, DMatrixRMaj target) {
        for (int i = 0; i < rowCount; i++) {
            for (int j = 0; j < columnCount; j++) {
                give(target, i * columnCount + j, source, rows[i] * source.numCols + columns[j]);
            }
        }
    }

    /** Of some entries copied. */
    public static void extract(DMatrixRMaj source, int[] indices, int length, DMatrixRMaj target) {
        for (int k = 0; k < length; k++) {
            give(target, k, source, indices[k]);
        }
    }

    /** Of a matrix copied into a larger one. */
    public static void insert(DMatrixRMaj source, DMatrixRMaj target, int row, int column) {
        extract(source, 0, source.numRows, 0, source.numCols, target, row, column);
    }

    /** Of a matrix spread over some rows and columns of a larger one; of those that are hit twice the last one counts. */
    public static void insert(
            DMatrixRMaj source, DMatrixRMaj target, int[] rows, int rowCount, int[] columns, int columnCount) {
        for (int i = rowCount - 1; i >= 0; i--) {
            for (int j = columnCount - 1; j >= 0; j--) {
                give(target, rows[i] * target.numCols + columns[j], source, i * columnCount + j);
            }
        }
    }

    /** Of a row copied to a vector. */
    public static void extractRow(DMatrixRMaj source, int row, DMatrixRMaj target) {
        for (int j = 0; j < source.numCols; j++) {
            give(target, j, source, row * source.numCols + j);
        }
    }

    /** Of a column copied to a vector. */
    public static void extractColumn(DMatrixRMaj source, int column, DMatrixRMaj target) {
        for (int i = 0; i < source.numRows; i++) {
            give(target, i, source, i * source.numCols + column);
        }
    }

    /** Of a part of a row or column copied to a part of a vector. */
    public static void subvector(
            DMatrixRMaj source, int row, int column, int length, boolean isRow, int offset, DMatrixRMaj target) {
        int start = row * source.numCols + column;
        int step = isRow ? 1 : source.numCols;
        for (int k = 0; k < length; k++) {
            give(target, offset + k, source, start + k * step);
        }
    }

    /** Of a diagonal copied to a vector. */
    public static void extractDiag(DMatrixRMaj source, DMatrixRMaj target) {
        for (int i = 0; i < Math.min(source.numRows, source.numCols); i++) {
            give(target, i, source, i * source.numCols + i);
        }
    }

    /** Of two matrices side by side; what lies below the lower one comes from nowhere. */
    public static void concatColumns(DMatrixRMaj left, DMatrixRMaj right, DMatrixRMaj target) {
        extract(left, 0, left.numRows, 0, left.numCols, target, 0, 0);
        extract(right, 0, right.numRows, 0, right.numCols, target, 0, left.numCols);
        target.zero();
    }

    /** Of one matrix above another. */
    public static void concatRows(DMatrixRMaj upper, DMatrixRMaj lower, DMatrixRMaj target) {
        extract(upper, 0, upper.numRows, 0, upper.numCols, target, 0, 0);
        extract(lower, 0, lower.numRows, 0, lower.numCols, target, upper.numRows, 0);
        target.zero();
    }

    /** Of rows put where a permutation says. */
    public static void permuteRowInv(int[] permutation, DMatrixRMaj source, DMatrixRMaj target) {
        for (int i = 0; i < source.numRows; i++) {
            for (int j = 0; j < source.numCols; j++) {
                give(target, permutation[i] * source.numCols + j, source, i * source.numCols + j);
            }
        }
    }

    /** Of rows taken from where an order says. */
    public static void copyChangeRow(int[] order, DMatrixRMaj source, DMatrixRMaj target) {
        for (int i = 0; i < source.numRows; i++) {
            for (int j = 0; j < source.numCols; j++) {
                give(target, i * source.numCols + j, source, order[i] * source.numCols + j);
            }
        }
    }

    /** Of the lower triangle copied to the upper one. */
    public static void symmLowerToFull(DMatrixRMaj a) {
        for (int i = 0; i < a.numRows; i++) {
            for (int j = i + 1; j < a.numCols; j++) {
                give(a, i * a.numCols + j, a, j * a.numCols + i);
            }
        }
    }

    /** Of the upper triangle copied to the lower one. */
    public static void symmUpperToFull(DMatrixRMaj a) {
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < i; j++) {
                give(a, i * a.numCols + j, a, j * a.numCols + i);
            }
        }
    }

    /** Of a triangle with its diagonal copied to another matrix of the same shape. */
    public static void copyTriangle(DMatrixRMaj source, DMatrixRMaj target, boolean upper) {
        for (int i = 0; i < source.numRows; i++) {
            int first = upper ? i : 0;
            int end = upper ? source.numCols : Math.min(i + 1, source.numCols);
            for (int j = first; j < end; j++) {
                give(target, i * source.numCols + j, source, i * source.numCols + j);
            }
        }
    }

    /** Of a number written all over a triangle: the sum of what lies there. */
    public static double fillTriangle(DMatrixRMaj a, boolean upper, int hessenberg) {
        double sum = 0;
        for (int i = 0; i < a.numRows; i++) {
            int first = upper ? i + hessenberg : 0;
            int end = upper ? a.numCols : Math.min(i - hessenberg + 1, a.numCols);
            for (int j = first; j < end; j++) {
                sum += a.data[i * a.numCols + j];
                a.data[i * a.numCols + j] = 0;
            }
        }
        return sum;
    }

    /** Of numbers written on a diagonal between zeros. */
    public static void diag(DMatrixRMaj target, int width, double[] entries) {
        for (int i = 0; i < width; i++) {
            entries[i] += target.data[i * width + i];
        }
        target.zero();
    }

    /** Of a matrix copied and a number added to its diagonal: the sum of the diagonal. */
    public static double addIdentity(DMatrixRMaj source, DMatrixRMaj target) {
        double sum = 0;
        for (int i = 0; i < source.numRows; i++) {
            sum += target.data[i * source.numCols + i];
        }
        for (int k = 0; k < source.getNumElements(); k++) {
            give(target, k, source, k);
        }
        return sum;
    }

    /** Of a range copied as {@code System.arraycopy} does it: as if all had been read before the first is written. */
    private static void give(DMatrixRMaj from, int fromIndex, DMatrixRMaj to, int toIndex, int length) {
        if (fromIndex > toIndex) {
            for (int k = 0; k < length; k++) {
                give(from, fromIndex + k, to, toIndex + k);
            }
        } else {
            for (int k = length - 1; k >= 0; k--) {
                give(from, fromIndex + k, to, toIndex + k);
            }
        }
    }

    private static void give(DMatrixRMaj from, int fromIndex, DMatrixRMaj to, int toIndex) {
        double given = from.data[fromIndex];
        from.data[fromIndex] = 0;
        to.data[toIndex] += given;
    }
}
