package dev.gradwright.examples.finance;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The yield of a bond, found by a fixed number of steps of Newton's iteration. */
public final class ImpliedYield {

    private ImpliedYield() {}

    @Differentiable
    public static double yieldOf(@Shape("years") double[] payments, double premium) {
        double price = 3 + 0.1 * premium;
        double y = 0.05;
        for (int iteration = 0; iteration < 6; iteration++) {
            double value = 0;
            double slope = 0;
            double discount = 1;
            for (int year = 0; year < payments.length; year++) {
                discount /= 1 + y;
                double payment = 1 + 0.1 * payments[year];
                value += payment * discount;
                slope -= (year + 1) * payment * discount / (1 + y);
            }
            y -= (value - price) / slope;
        }
        return y;
    }
}
