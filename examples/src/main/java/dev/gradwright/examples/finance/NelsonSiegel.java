package dev.gradwright.examples.finance;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** Rates of a curve by Nelson and Siegel at some maturities. */
public final class NelsonSiegel {

    private NelsonSiegel() {}

    @Differentiable
    @Shape("maturities")
    public static double[] rates(
            @Shape("3") double[] betas, double logDecay, @Constant @Shape("maturities") double[] logMaturities) {
        double[] rates = new double[logMaturities.length];
        for (int i = 0; i < rates.length; i++) {
            double x = Math.exp(logMaturities[i] - logDecay);
            double loading = (1 - Math.exp(-x)) / x;
            rates[i] = betas[0] + betas[1] * loading + betas[2] * (loading - Math.exp(-x));
        }
        return rates;
    }
}
