package dev.gradwright.tape;

import org.ejml.data.DMatrixRMaj;

/** Refuses calls with one array in two places, where that would make a derivative wrong. */
public final class Sharing {

    private Sharing() {}

    /** Refuses two arguments that share an array, for a method that writes one and has another model keep the other. */
    public static void requireDistinct(String method, Object first, Object second) {
        if (isBetween(first, second)) {
            throw new IllegalArgumentException(
                    "two arguments of " + method + " share an array, and it writes into arguments"
                            + " and calls other models with them, which rely on what they were given; pass a copy");
        }
    }

    /** Refuses an argument that active values are written to, if what the method takes for constant is in the same array. */
    public static void requireConstant(String method, Object written, Object constant) {
        if (isBetween(written, constant)) {
            throw new IllegalArgumentException(
                    "two arguments of " + method + " share an array, and it writes active values into one of them"
                            + " and takes the other for constant, so their derivative would be lost; pass a copy");
        }
    }

    /** Whether an array of numbers can be reached from both. */
    static boolean isBetween(Object first, Object second) {
        if (first instanceof Object[] elements) {
            for (Object element : elements) {
                if (element != null && isBetween(element, second)) {
                    return true;
                }
            }
            return false;
        } else if (first instanceof DMatrixRMaj matrix) {
            return isBetween(matrix.data, second);
        } else if (second instanceof Object[] || second instanceof DMatrixRMaj) {
            return isBetween(second, first);
        }
        return first == second;
    }
}
