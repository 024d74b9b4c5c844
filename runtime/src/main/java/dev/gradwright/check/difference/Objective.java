package dev.gradwright.check.difference;

import java.util.SplittableRandom;

/**
 * The number whose derivative is checked: the result, weighted with fixed random numbers between 1 and 2 in size, so that
 * no part of the result is missed and none cancels by symmetry. A result of one number is taken as it is.
 */
public final class Objective {

    private final double[] weights;

    private Objective(double[] weights) {
        this.weights = weights;
    }

    /** An objective for a result of this length. */
    public static Objective of(int length, long seed) {
        double[] weights = new double[length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < length; i++) {
            weights[i] = length == 1 ? 1 : (random.nextBoolean() ? 1 : -1) * (1 + random.nextDouble());
        }
        return new Objective(weights);
    }

    /** The objective times a factor. */
    public Objective times(double factor) {
        double[] scaled = new double[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * weights[i];
        }
        return new Objective(scaled);
    }

    /** The weights, which are the seed of the gradient. */
    public double[] weights() {
        return weights.clone();
    }

    /** The objective of a result. */
    public double of(double[] result) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * result[i];
        }
        return sum;
    }

    /** The sum of the sizes of the terms of the objective, of which rounding errors are a fraction. */
    public double magnitude(double[] result) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.abs(weights[i] * result[i]);
        }
        return sum;
    }
}
