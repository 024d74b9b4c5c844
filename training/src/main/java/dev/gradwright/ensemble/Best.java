package dev.gradwright.ensemble;

import org.ejml.data.DMatrixRMaj;

/** Finds the class with the highest score of each example, the first of several. */
final class Best {

    private Best() {}

    static int[] columns(DMatrixRMaj scores) {
        int[] best = new int[scores.numRows];
        for (int i = 0; i < best.length; i++) {
            for (int j = 1; j < scores.numCols; j++) {
                if (scores.get(i, j) > scores.get(i, best[i])) {
                    best[i] = j;
                }
            }
        }
        return best;
    }
}
