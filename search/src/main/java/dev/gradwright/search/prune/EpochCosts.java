package dev.gradwright.search.prune;

import java.util.Arrays;

/** Costs that trials reported after one epoch, in order. */
final class EpochCosts {

    private double[] sorted = new double[8];
    private int count;

    void add(double cost) {
        int found = Arrays.binarySearch(sorted, 0, count, cost);
        int place = found < 0 ? -found - 1 : found;
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = cost;
        count++;
    }

    int count() {
        return count;
    }

    /** The cost at a rank, from 0 for the least. */
    double get(int rank) {
        return sorted[rank];
    }

    double median() {
        return 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
    }
}
