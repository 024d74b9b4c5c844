package dev.gradwright.examples.statistics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A factorization machine: a linear score and products of hidden factors of pairs of features. */
public final class FactorizationMachine {

    private FactorizationMachine() {}

    @Differentiable
    public static double score(
            @Shape("features") double[] x,
            @Shape("features") double[] weights,
            @Shape("features, factors") double[][] factors) {
        double score = 0;
        for (int i = 0; i < x.length; i++) {
            score += weights[i] * x[i];
        }
        for (int k = 0; k < factors[0].length; k++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                double part = factors[i][k] * x[i];
                sum += part;
                squares += part * part;
            }
            score += 0.5 * (sum * sum - squares);
        }
        return score;
    }
}
