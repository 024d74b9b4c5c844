package dev.gradwright.search.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How trials are spread over the positions of a hyperparameter. */
interface Density {

    /** The density at a position, more than 0. */
    double at(double position);

    /** Draws a position. */
    double draw(SplittableRandom random);

    /**
     * Weights of trials in the order of their numbers, and last that of the prior, which add up to 1. The last 25 have the weight of the prior; before
     * them it rises from almost nothing for the oldest.
     */
    static double[] weights(int trials) {
        int recent = 25;
        double[] weights = new double[trials + 1];
        Arrays.fill(weights, 1);
        int older = trials - recent;
        for (int i = 0; i < older; i++) {
            double start = 1.0 / trials;
            weights[i] = older == 1 ? start : start + (1 - start) * i / (older - 1);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Draws an index by weights. */
    static int index(double[] weights, SplittableRandom random) {
        double left = random.nextDouble();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
