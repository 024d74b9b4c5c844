package dev.gradwright.examples.finance;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Sample;

/** The price of a European call by the formula of Black and Scholes; its derivatives are the Greeks. */
public final class BlackScholes {

    private BlackScholes() {}

    @Differentiable
    public static double call(
            double logSpot, double logStrike, double rate, double logVolatility, @Constant double years) {
        double spot = Math.exp(logSpot);
        double strike = Math.exp(logStrike);
        double deviation = Math.exp(logVolatility) * Math.sqrt(years);
        double d1 = (logSpot - logStrike + rate * years) / deviation + 0.5 * deviation;
        return spot * normal(d1) - strike * Math.exp(-rate * years) * normal(d1 - deviation);
    }

    /** The normal distribution function, by Zelen and Severo's approximation. */
    private static double normal(double x) {
        if (x < 0) {
            return 1 - normal(-x);
        }
        double t = 1 / (1 + 0.2316419 * x);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * tail;
    }

    @Sample("years")
    static double years() {
        return 0.75;
    }
}
