package dev.gradwright.tape;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Derivatives of methods by centred differences, in place of a rule that their author has not given: for generated tangents, when a failed
 * check looks for the rule that is to blame.
 */
public final class Slopes {

    private static final double[] STEPS = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

    /** Two steps agree if their differences do to this fraction of the largest. */
    private static final double AGREEMENT = 1e-5;

    /** Slopes on both sides that differ by more than this fraction belong to a kink. */
    private static final double KINK = 1e-2;

    private Slopes() {}

    /** The derivative at 0 of a function that gives a number; NaN where differences do not tell. */
    public static double ofNumber(DoubleUnaryOperator function) {
        return of(h -> new double[] {function.applyAsDouble(h)})[0];
    }

    /** The derivative at 0 of a function that gives a new array or matrix each time; NaN where differences do not tell. */
    public static <T> T of(DoubleFunction<T> function) {
        T result = function.apply(0);
        double[] center = flat(result);
        double[] best = new double[center.length];
        Arrays.fill(best, Double.NaN);
        double least = AGREEMENT;
        double[] last = null;
        for (double h : STEPS) {
            double[] ahead = quotient(at(function, h), center, h);
            double[] behind = quotient(center, at(function, -h), h);
            double[] slope = new double[center.length];
            boolean isThere = ahead.length == center.length && behind.length == center.length;
            Arrays.setAll(slope, i -> isThere ? (ahead[i] + behind[i]) / 2 : Double.NaN);
            double size = size(slope);
            double gap = last == null ? Double.NaN : gap(slope, last);
            if (gap <= least * size && gap(ahead, behind) <= KINK * size) {
                least = size == 0 ? 0 : gap / size;
                best = slope;
            }
            last = slope;
        }
        fill(result, best, 0);
        return result;
    }

    /** Nothing where the function is not defined: it may say so by an exception. */
    private static double[] at(DoubleFunction<?> function, double h) {
        try {
            return flat(function.apply(h));
        } catch (RuntimeException outside) {
            return new double[0];
        }
    }

    /** A number that has moved in a direction. */
    public static double moved(double value, double direction, double h) {
        return value + h * direction;
    }

    /** An array of numbers that have moved in a direction. */
    public static double[] moved(double[] value, double[] direction, double h) {
        return (double[]) movedContents(value, direction, h);
    }

    /** A matrix whose entries have moved in a direction. */
    public static DMatrixRMaj moved(DMatrixRMaj value, DMatrixRMaj direction, double h) {
        return (DMatrixRMaj) movedContents(value, direction, h);
    }

    /** An array of arrays or matrices that have moved in a direction. */
    @SuppressWarnings("unchecked")
    public static <T> T[] moved(T[] value, T[] direction, double h) {
        return (T[]) movedContents(value, direction, h);
    }

    private static Object movedContents(Object value, Object direction, double h) {
        if (value instanceof double[] array) {
            double[] moved = array.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += h * ((double[]) direction)[i];
            }
            return moved;
        } else if (value instanceof DMatrixRMaj matrix) {
            DMatrixRMaj moved = matrix.copy();
            for (int i = 0; i < moved.getNumElements(); i++) {
                moved.data[i] += h * ((DMatrixRMaj) direction).data[i];
            }
            return moved;
        } else if (value instanceof Object[] elements) {
            Object[] moved = (Object[]) Array.newInstance(value.getClass().getComponentType(), elements.length);
            for (int i = 0; i < moved.length; i++) {
                moved[i] = movedContents(elements[i], ((Object[]) direction)[i], h);
            }
            return moved;
        }
        return value;
    }

    private static double[] flat(Object contents) {
        if (contents instanceof double[] array) {
            return array.clone();
        } else if (contents instanceof DMatrixRMaj matrix) {
            return Arrays.copyOf(matrix.data, matrix.getNumElements());
        } else if (contents instanceof Object[] elements) {
            return Arrays.stream(elements)
                    .flatMapToDouble(element -> DoubleStream.of(flat(element)))
                    .toArray();
        }
        return new double[0];
    }

    private static int fill(Object contents, double[] values, int from) {
        int next = from;
        if (contents instanceof double[] array) {
            System.arraycopy(values, from, array, 0, array.length);
            next += array.length;
        } else if (contents instanceof DMatrixRMaj matrix) {
            System.arraycopy(values, from, matrix.data, 0, matrix.getNumElements());
            next += matrix.getNumElements();
        } else if (contents instanceof Object[] elements) {
            for (Object element : elements) {
                next = fill(element, values, next);
            }
        }
        return next;
    }

    /** NaN if the shapes differ, as where a method gives as many numbers as its arguments say. */
    private static double[] quotient(double[] ahead, double[] behind, double h) {
        double[] quotient = new double[Math.max(ahead.length, behind.length)];
        Arrays.setAll(quotient, i -> ahead.length == behind.length ? (ahead[i] - behind[i]) / h : Double.NaN);
        return quotient;
    }

    private static double size(double[] slope) {
        return Arrays.stream(slope).map(Math::abs).max().orElse(0);
    }

    private static double gap(double[] one, double[] other) {
        double gap = 0;
        for (int i = 0; i < one.length; i++) {
            gap = Math.max(gap, Math.abs(one[i] - other[i]));
        }
        return gap;
    }
}
