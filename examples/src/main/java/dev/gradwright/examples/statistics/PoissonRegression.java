package dev.gradwright.examples.statistics;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** The log likelihood of counts whose rates depend on features, without what does not depend on weights. */
public final class PoissonRegression {

    private PoissonRegression() {}

    @Differentiable
    public static double logLikelihood(
            @Shape("features") double[] weights,
            @Constant @Shape("samples, features") double[][] samples,
            @Shape("samples") @Index("counts") int[] counts) {
        double sum = 0;
        for (int i = 0; i < samples.length; i++) {
            double score = 0;
            for (int j = 0; j < weights.length; j++) {
                score += weights[j] * samples[i][j];
            }
            sum += counts[i] * score - Math.exp(score);
        }
        return sum;
    }
}
