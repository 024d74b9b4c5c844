package dev.gradwright.examples.finance;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The payoff of a call on a path of a model with stochastic volatility, for given shocks. */
public final class HestonPath {

    private HestonPath() {}

    @Differentiable
    public static double payoff(
            double reversion,
            double level,
            double volatility,
            double correlation,
            @Constant @Shape("2, steps") double[][] shocks) {
        double variance = 0.04;
        double logPrice = 0;
        double step = 1.0 / shocks[0].length;
        double rho = Math.tanh(correlation);
        for (int t = 0; t < shocks[0].length; t++) {
            double positive = Math.max(variance, 0);
            double deviation = Math.sqrt(positive * step + 1e-4);
            double mixed = rho * shocks[0][t] + Math.sqrt(1 - rho * rho) * shocks[1][t];
            logPrice += -0.5 * positive * step + deviation * shocks[0][t];
            variance += reversion * (level - positive) * step + volatility * deviation * mixed;
        }
        double gain = Math.exp(logPrice) - 0.5;
        return gain > 0 ? gain : 0;
    }
}
