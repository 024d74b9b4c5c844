package dev.gradwright.tape;

import java.lang.reflect.Array;
import org.ejml.data.DMatrixRMaj;

/**
 * What generated code requires of methods whose derivatives are given by hand, and the copies that their rules read; the copy of null is
 * null.
 */
public final class GivenResults {

    private final Arena arena;
    private final Shadows shadows;

    GivenResults(Arena arena, Shadows shadows) {
        this.arena = arena;
        this.shadows = shadows;
    }

    /** A copy of the numbers in an array. */
    public double[] copyOf(double[] source) {
        return source == null ? null : arena.copyOf(source);
    }

    /** A copy of the numbers in an array. */
    public int[] copyOf(int[] source) {
        return source == null ? null : arena.copyOf(source);
    }

    /** A copy of the numbers in an array. */
    public long[] copyOf(long[] source) {
        return source == null ? null : arena.copyOf(source);
    }

    /** A copy of the values in an array. */
    public boolean[] copyOf(boolean[] source) {
        return source == null ? null : arena.copyOf(source);
    }

    /** A copy of the entries of a matrix. */
    public DMatrixRMaj copyOf(DMatrixRMaj source) {
        return source == null ? null : arena.copyOf(source);
    }

    /** A copy of an array and of the arrays and matrices in it; other objects are shared. */
    @SuppressWarnings("unchecked")
    public <T> T[] copyOf(T[] source) {
        if (source == null) {
            return null;
        }
        Object[] copy = arena.arrayOf(source.getClass(), source.length);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = element(source[i]);
        }
        return (T[]) copy;
    }

    private Object element(Object source) {
        if (source instanceof double[] array) {
            return copyOf(array);
        } else if (source instanceof Object[] array) {
            return copyOf(array);
        } else if (source instanceof int[] array) {
            return copyOf(array);
        } else if (source instanceof long[] array) {
            return copyOf(array);
        } else if (source instanceof boolean[] array) {
            return copyOf(array);
        }
        return source instanceof DMatrixRMaj matrix ? copyOf(matrix) : source;
    }

    /**
     * Copies what a forward rule has returned to where the derivative of the result belongs.
     *
     * @throws IllegalArgumentException if it has not the shape of the result
     */
    public void deliver(String rule, Object returned, Object dual) {
        if (!Snapshots.fits(dual, returned)) {
            throw new IllegalArgumentException(rule + " has returned " + shape(returned) + " as the derivative of "
                    + shape(dual) + "; it must have the same shape");
        }
        Snapshots.load(returned, dual);
    }

    /**
     * Refuses a result that is not new: what is written into it would then change something else too, of which the rule knows nothing.
     *
     * @throws IllegalStateException if the method has returned it before, or it is part of what a derivative flows through already
     */
    public void requireNew(String method, Object result) {
        if (result == null) {
            throw new IllegalStateException(method + " has returned null, which has no derivative");
        } else if (result instanceof Object[] elements) {
            for (Object element : elements) {
                if (element != null) {
                    requireNew(method, element);
                }
            }
        }
        if (shadows.isKnown(result)) {
            throw notNew(method);
        }
    }

    /** Refuses a result that shares memory with an argument. */
    public void requireNew(String method, Object result, Object argument) {
        if (Sharing.isBetween(result, argument)) {
            throw notNew(method);
        }
    }

    private static IllegalStateException notNew(String method) {
        return new IllegalStateException(
                method + " has a derivative given by hand, but returned an array that it was given or has"
                        + " returned before; let it return a new one");
    }

    private static String shape(Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof DMatrixRMaj matrix) {
            return "a " + matrix.numRows + "x" + matrix.numCols + " matrix";
        } else if (value instanceof Object[] elements) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < elements.length; i++) {
                text.append(i == 0 ? "" : ", ").append(shape(elements[i]));
            }
            return text.append("]").toString();
        }
        return Array.getLength(value) + " numbers";
    }
}
