package dev.gradwright.examples.statistics;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The loss whose minimum is a line through the quantile wanted; it has a kink at each point. */
public final class QuantileRegression {

    private QuantileRegression() {}

    @Differentiable
    public static double loss(
            @Shape("2") double[] line, @Constant @Shape("points") double[] x, @Constant @Shape("points") double[] y) {
        double quantile = 0.8;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double error = y[i] - line[0] - line[1] * x[i];
            sum += error > 0 ? quantile * error : (quantile - 1) * error;
        }
        return sum / x.length;
    }
}
