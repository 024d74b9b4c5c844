package dev.gradwright.ensemble;

import dev.gradwright.train.Metrics;
import java.util.List;

/** How often members choose different classes: an ensemble gains nothing from members that always agree. */
final class Disagreement {

    private Disagreement() {}

    static double[][] between(List<int[]> classes) {
        double[][] shares = new double[classes.size()][classes.size()];
        for (int k = 0; k < shares.length; k++) {
            for (int l = 0; l < k; l++) {
                shares[k][l] = 1 - Metrics.accuracy(classes.get(k), classes.get(l));
                shares[l][k] = shares[k][l];
            }
        }
        return shares;
    }
}
