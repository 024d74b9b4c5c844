package dev.gradwright.tape;

import org.ejml.data.DMatrixRMaj;

/** Adds the seed of a reverse sweep, the derivative of the objective with respect to what a method has returned, to the result's shadow. */
public final class Seeds {

    private Seeds() {}

    /**
     * Adds a seed.
     *
     * @param backward the method that was given the seed
     * @throws IllegalArgumentException if it has not the shape of the result
     */
    public static void add(String backward, double[] seed, double[] shadow) {
        if (seed.length != shadow.length) {
            refuse(backward, seed.length + "", shadow.length + "");
        }
        add(seed, shadow, shadow.length);
    }

    /** Adds a seed. */
    public static void add(String backward, Object[] seed, Object[] shadow) {
        if (seed.length != shadow.length) {
            refuse(backward, seed.length + " rows", shadow.length + " rows");
        }
        for (int i = 0; i < seed.length; i++) {
            if (seed[i] instanceof double[] array) {
                add(backward, array, (double[]) shadow[i]);
            } else if (seed[i] instanceof Object[] array) {
                add(backward, array, (Object[]) shadow[i]);
            } else if (seed[i] instanceof DMatrixRMaj matrix) {
                add(backward, matrix, (DMatrixRMaj) shadow[i]);
            }
        }
    }

    /** Adds a seed. */
    public static void add(String backward, DMatrixRMaj seed, DMatrixRMaj shadow) {
        if (seed.numRows != shadow.numRows || seed.numCols != shadow.numCols) {
            refuse(backward, seed.numRows + "x" + seed.numCols, shadow.numRows + "x" + shadow.numCols);
        }
        add(seed.data, shadow.data, shadow.getNumElements());
    }

    private static void add(double[] seed, double[] shadow, int length) {
        for (int i = 0; i < length; i++) {
            shadow[i] += seed[i];
        }
    }

    private static void refuse(String backward, String seed, String result) {
        throw new IllegalArgumentException(
                backward + ": the seed is " + seed + ", but the result it belongs to is " + result);
    }
}
