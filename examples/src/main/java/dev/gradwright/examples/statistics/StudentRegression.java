package dev.gradwright.examples.statistics;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A regression that outliers pull little at: errors are distributed as Student's. */
public final class StudentRegression {

    private StudentRegression() {}

    @Differentiable
    public static double logLikelihood(
            @Shape("2") double[] line,
            double logScale,
            @Constant @Shape("points") double[] x,
            @Shape("points") double[] y) {
        double freedom = 4;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double error = (y[i] - line[0] - line[1] * x[i]) / Math.exp(logScale);
            sum -= logScale + (freedom + 1) / 2 * Math.log1p(error * error / freedom);
        }
        return sum;
    }
}
