package dev.gradwright.tape;

import java.util.Arrays;

/**
 * Arrays of numbers that are handed out in order, as a {@link Pool} does it. Derivatives ask for more of these than of anything else, and
 * small ones: a pool's calls of what makes and cleans its things would take longer than the cleaning.
 */
final class DoubleArrays {

    private double[][] items = new double[16][];
    private int taken;

    void restart() {
        taken = 0;
    }

    /** How many have been handed out since the last restart. */
    int taken() {
        return taken;
    }

    /** Takes back what was handed out after a number of them. */
    void backTo(int number) {
        taken = number;
    }

    /** Sets all that has been handed out since the last restart to zero. */
    void clean() {
        for (int i = 0; i < taken; i++) {
            Arrays.fill(items[i], 0.0);
        }
    }

    /** An array of zeros. */
    double[] take(int length) {
        if (taken == items.length) {
            items = Arrays.copyOf(items, 2 * taken);
        }
        double[] item = items[taken];
        if (item != null && item.length == length) {
            clear(item);
        } else {
            item = new double[length];
            items[taken] = item;
        }
        taken++;
        return item;
    }

    /** Sets an array to zero; one of a few numbers without a loop, whose beginning and end would take longer than the numbers. */
    private static void clear(double[] array) {
        int length = array.length;
        if (length > 4) {
            Arrays.fill(array, 0.0);
            return;
        }
        if (length > 3) {
            array[3] = 0.0;
        }
        if (length > 2) {
            array[2] = 0.0;
        }
        if (length > 1) {
            array[1] = 0.0;
        }
        if (length > 0) {
            array[0] = 0.0;
        }
    }
}
