package dev.gradwright.examples.finance;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The mean and the variance of a portfolio whose weights a softmax keeps positive and summing to one. */
public final class Portfolio {

    private Portfolio() {}

    @Differentiable
    public static double utility(
            @Shape("assets") double[] scores,
            @Constant @Shape("assets") double[] returns,
            @Constant @Shape("assets, factors") double[][] loadings) {
        double sum = 0;
        double[] weights = new double[scores.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(scores[i]);
            sum += weights[i];
        }
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
            mean += weights[i] * returns[i];
        }
        double variance = 0;
        for (int k = 0; k < loadings[0].length; k++) {
            double exposure = 0;
            for (int i = 0; i < weights.length; i++) {
                exposure += weights[i] * loadings[i][k];
            }
            variance += exposure * exposure;
        }
        return mean - 0.5 * variance;
    }
}
