package dev.gradwright.examples.statistics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The log likelihood of returns whose variance follows the past, GARCH(1, 1). */
public final class Garch {

    private Garch() {}

    @Differentiable
    public static double logLikelihood(@Shape("days") double[] returns, double a, double b, double c) {
        double omega = Math.exp(a - 2);
        double alpha = 0.5 / (1 + Math.exp(-b));
        double beta = 0.5 / (1 + Math.exp(-c));
        double variance = 1;
        double sum = 0;
        for (int t = 0; t < returns.length; t++) {
            if (t > 0) {
                variance = omega + alpha * returns[t - 1] * returns[t - 1] + beta * variance;
            }
            sum -= 0.5 * (Math.log(variance) + returns[t] * returns[t] / variance);
        }
        return sum;
    }
}
