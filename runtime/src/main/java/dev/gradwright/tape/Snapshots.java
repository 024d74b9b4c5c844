package dev.gradwright.tape;

import java.lang.reflect.Array;
import org.ejml.data.DMatrixRMaj;

/** Copies of the contents of arrays and matrices, in memory that is used again. */
final class Snapshots {

    private Snapshots() {}

    /**
     * Copies contents.
     *
     * @param live an array or matrix
     * @param old an earlier copy whose memory may be used, or null
     */
    static Object save(Object live, Object old) {
        if (live instanceof DMatrixRMaj matrix) {
            DMatrixRMaj copy = old == null ? new DMatrixRMaj(matrix.numRows, matrix.numCols) : (DMatrixRMaj) old;
            requireShape(matrix, copy);
            System.arraycopy(matrix.data, 0, copy.data, 0, matrix.getNumElements());
            return copy;
        } else if (live instanceof Object[] array) {
            Object[] copy = old == null ? new Object[array.length] : (Object[]) old;
            for (int i = 0; i < array.length; i++) {
                copy[i] = array[i] == null ? null : save(array[i], copy[i]);
            }
            return copy;
        }
        int length = Array.getLength(live);
        Object copy = old == null ? Array.newInstance(live.getClass().getComponentType(), length) : old;
        System.arraycopy(live, 0, copy, 0, length);
        return copy;
    }

    /** Gives an array or matrix the contents of a copy. */
    static void load(Object saved, Object live) {
        if (live instanceof DMatrixRMaj matrix) {
            DMatrixRMaj copy = (DMatrixRMaj) saved;
            requireShape(matrix, copy);
            System.arraycopy(copy.data, 0, matrix.data, 0, matrix.getNumElements());
        } else if (live instanceof Object[] array) {
            Object[] copy = (Object[]) saved;
            for (int i = 0; i < array.length; i++) {
                if (array[i] != null) {
                    load(copy[i], array[i]);
                }
            }
        } else {
            System.arraycopy(saved, 0, live, 0, Array.getLength(live));
        }
    }

    /** Whether a copy has the lengths of an array or matrix, so that its memory can be used again. */
    static boolean fits(Object live, Object copy) {
        if (copy == null) {
            return live == null;
        } else if (live instanceof DMatrixRMaj matrix) {
            return copy instanceof DMatrixRMaj other
                    && other.numRows == matrix.numRows
                    && other.numCols == matrix.numCols;
        } else if (live instanceof Object[] array) {
            if (!(copy instanceof Object[] others) || others.length != array.length) {
                return false;
            }
            for (int i = 0; i < array.length; i++) {
                if (!fits(array[i], others[i])) {
                    return false;
                }
            }
            return true;
        }
        return live != null && live.getClass() == copy.getClass() && Array.getLength(live) == Array.getLength(copy);
    }

    /** How many bytes the numbers in a copy take. */
    static long bytes(Object copy) {
        if (copy instanceof DMatrixRMaj matrix) {
            return (long) Double.BYTES * matrix.getNumElements();
        } else if (copy instanceof Object[] array) {
            long sum = 0;
            for (Object element : array) {
                sum += element == null ? 0 : bytes(element);
            }
            return sum;
        }
        int size = copy instanceof int[] ? Integer.BYTES : copy instanceof boolean[] ? 1 : Long.BYTES;
        return (long) size * Array.getLength(copy);
    }

    private static void requireShape(DMatrixRMaj matrix, DMatrixRMaj copy) {
        if (matrix.numRows != copy.numRows || matrix.numCols != copy.numCols) {
            throw new IllegalStateException(
                    "a matrix that a checkpointed step advances has become " + matrix.numRows + "x" + matrix.numCols
                            + "; it was " + copy.numRows + "x" + copy.numCols + " and must keep its shape");
        }
    }
}
