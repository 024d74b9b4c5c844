package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A game of stopping: offers come one by one, and the best of going on is computed backwards. */
public final class KnapsackPolicy {

    private KnapsackPolicy() {}

    @Differentiable
    public static double worth(@Shape("days") double[] offers, double patience, double cost) {
        double keep = 1 / (1 + Math.exp(-patience));
        double worth = 0;
        for (int day = offers.length - 1; day >= 0; day--) {
            double waiting = keep * worth - 0.1 * cost * cost;
            if (day % 3 == 2) {
                worth = waiting;
                continue;
            }
            worth = offers[day] > waiting ? offers[day] : waiting;
        }
        return worth;
    }
}
