package dev.gradwright.examples.statistics;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;

/** The loss of logistic regression, with a penalty of squared weights. */
public final class LogisticRegression {

    private LogisticRegression() {}

    @Differentiable
    public static double loss(
            @Shape("features") double[] weights,
            double bias,
            @Constant @Shape("samples, features") double[][] samples,
            @Shape("samples") @Index("classes") int[] labels) {
        double sum = 0;
        for (int i = 0; i < samples.length; i++) {
            double score = bias;
            for (int j = 0; j < weights.length; j++) {
                score += weights[j] * samples[i][j];
            }
            double margin = labels[i] == 1 ? score : -score;
            sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
        }
        for (double weight : weights) {
            sum += 0.05 * weight * weight;
        }
        return sum;
    }
}
