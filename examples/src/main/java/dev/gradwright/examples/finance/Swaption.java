package dev.gradwright.examples.finance;

import dev.gradwright.Differentiable;

/** The price of an option on a swap by Bachelier's formula, with discounts of a flat curve. */
public final class Swaption {

    private Swaption() {}

    @Differentiable
    public static double price(double rate, double strike, double logVolatility) {
        double annuity = 0;
        for (int year = 2; year <= 6; year++) {
            annuity += Math.exp(-0.1 * rate * year);
        }
        double forward = (Math.exp(-0.1 * rate) - Math.exp(-0.6 * rate)) / annuity;
        double deviation = Math.exp(logVolatility);
        double d = (forward - 0.1 * strike) / deviation;
        double density = Math.exp(-0.5 * d * d) / Math.sqrt(2 * Math.PI);
        return annuity * deviation * (d * logistic(1.702 * d) + density);
    }

    /** Near the normal distribution function. */
    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
