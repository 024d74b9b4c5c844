package dev.gradwright.processor.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** The numbers in values of the types that carry a derivative. */
public final class Numbers {

    private Numbers() {}

    public static boolean isActive(Object value) {
        return value instanceof Double
                || value instanceof double[]
                || value instanceof Object[] elements && (elements.length == 0 || isActive(elements[0]))
                || value instanceof DMatrixRMaj;
    }

    public static List<double[]> arrays(Object value) {
        List<double[]> arrays = new ArrayList<>();
        if (value instanceof Double number) {
            arrays.add(new double[] {number});
        } else if (value instanceof double[] array) {
            arrays.add(array);
        } else if (value instanceof Object[] elements) {
            for (Object element : elements) {
                arrays.addAll(arrays(element));
            }
        } else if (value instanceof DMatrixRMaj matrix) {
            double[] used = new double[matrix.getNumElements()];
            System.arraycopy(matrix.data, 0, used, 0, used.length);
            arrays.add(used);
        }
        return arrays;
    }

    /** A copy with the same sharing of rows is not needed: tests share arrays on purpose through arguments of their own. */
    public static Object copy(Object value) {
        if (value instanceof double[] array) {
            return array.clone();
        } else if (value instanceof int[] array) {
            return array.clone();
        } else if (value instanceof Object[] elements) {
            Object[] copy = elements.clone();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = copy(copy[i]);
            }
            return copy;
        } else if (value instanceof boolean[] array) {
            return array.clone();
        } else if (value instanceof DMatrixRMaj matrix) {
            return new DMatrixRMaj(matrix);
        }
        return value;
    }

    public static Object random(Object like, RandomGenerator random) {
        if (like instanceof Double) {
            return random.nextGaussian();
        }
        Object direction = copy(like);
        entries(direction).forEach(array -> fill(array, random));
        return direction;
    }

    /** {@code value + step * direction}. */
    public static Object moved(Object value, double step, Object direction) {
        if (value instanceof Double number) {
            return number + step * (Double) direction;
        }
        Object moved = copy(value);
        List<double[]> targets = entries(moved);
        List<double[]> directions = entries(direction);
        for (int i = 0; i < targets.size(); i++) {
            move(targets.get(i), step, directions.get(i));
        }
        return moved;
    }

    /** All numbers times the same one. */
    public static Object scaled(Object value, double factor) {
        if (value instanceof Double number) {
            return factor * number;
        }
        Object scaled = copy(value);
        entries(scaled).forEach(array -> Arrays.setAll(array, i -> factor * array[i]));
        return scaled;
    }

    /** The arrays behind a value, where they can be written. */
    private static List<double[]> entries(Object value) {
        if (value instanceof DMatrixRMaj matrix) {
            return List.of(matrix.data);
        } else if (value instanceof double[] array) {
            return List.of(array);
        }
        return Arrays.stream((Object[]) value)
                .flatMap(element -> entries(element).stream())
                .toList();
    }

    public static double dot(Object a, Object b) {
        double sum = 0;
        List<double[]> left = arrays(a);
        List<double[]> right = arrays(b);
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).length != right.get(i).length) {
                throw new AssertionError("shapes differ");
            }
            for (int j = 0; j < left.get(i).length; j++) {
                sum += left.get(i)[j] * right.get(i)[j];
            }
        }
        return sum;
    }

    /** The sum of the sizes of the terms of {@link #dot}. */
    public static double size(Object a, Object b) {
        double sum = 0;
        List<double[]> left = arrays(a);
        List<double[]> right = arrays(b);
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).length != right.get(i).length) {
                throw new AssertionError("shapes differ");
            }
            for (int j = 0; j < left.get(i).length; j++) {
                sum += Math.abs(left.get(i)[j] * right.get(i)[j]);
            }
        }
        return sum;
    }

    private static void fill(double[] array, RandomGenerator random) {
        for (int i = 0; i < array.length; i++) {
            array[i] = random.nextGaussian();
        }
    }

    private static void move(double[] array, double step, double[] direction) {
        for (int i = 0; i < array.length; i++) {
            array[i] += step * direction[i];
        }
    }
}
