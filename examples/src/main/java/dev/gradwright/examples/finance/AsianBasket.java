package dev.gradwright.examples.finance;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The payoff of a call on the average over time of a basket of assets. */
public final class AsianBasket {

    private AsianBasket() {}

    @Differentiable
    public static double payoff(
            @Shape("assets") double[] logSpots,
            @Shape("assets") double[] drifts,
            @Constant @Shape("steps, assets") double[][] shocks) {
        double[] logPrices = logSpots.clone();
        double average = 0;
        for (double[] shock : shocks) {
            double basket = 0;
            for (int i = 0; i < logPrices.length; i++) {
                logPrices[i] += 0.1 * drifts[i] + 0.2 * shock[i];
                basket += Math.exp(logPrices[i]);
            }
            average += basket / logPrices.length / shocks.length;
        }
        if (average < 0.1) {
            return 0;
        }
        return average - 0.1;
    }
}
