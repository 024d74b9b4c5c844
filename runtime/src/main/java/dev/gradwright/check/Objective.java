package dev.gradwright.check;

import java.util.SplittableRandom;

/**
 * The number whose derivative is checked: the method's result, weighted with fixed random numbers between 1 and 2 in size, so that
 * no part of the result is missed and none cancels by symmetry.
 */
final class Objective {

    private final Subject<?> subject;
    private final double[] weights;

    Objective(Subject<?> subject, int size, long seed) {
        this.subject = subject;
        this.weights = new double[size];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            weights[i] = (random.nextBoolean() ? 1 : -1) * (1 + random.nextDouble());
        }
    }

    double[] weights() {
        return weights;
    }

    /** The objective with one coordinate of an input moved. */
    double at(Input input, int index, double value) {
        double before = input.value(index);
        input.setValue(index, value);
        try {
            return of(subject.value());
        } finally {
            input.setValue(index, before);
        }
    }

    double of(double[] result) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * result[i];
        }
        return sum;
    }

    /** The sum of the sizes of the terms of the objective, of which rounding errors are a fraction. */
    double magnitude(double[] result) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.abs(weights[i] * result[i]);
        }
        return sum;
    }
}
