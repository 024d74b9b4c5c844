package dev.gradwright.train.sanity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The range of the outputs of each unit of a layer over all examples, and how many of them are at the ends of tanh or the logistic function. */
final class UnitOutputs {

    /** So near to an end of its range a function is flat: 0.02 of tanh's 1, where its slope is 0.04. */
    private static final double NEAR = 0.02;

    private final double[] least;
    private final double[] most;
    private long outputs;
    private long atEndsOfTanh;
    private long atEndsOfLogistic;

    UnitOutputs(int units) {
        least = new double[units];
        most = new double[units];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    int count() {
        return least.length;
    }

    /** Takes in the outputs for an example. */
    void add(double[] values, int from) {
        for (int u = 0; u < least.length; u++) {
            double value = values[from + u];
            least[u] = Math.min(least[u], value);
            most[u] = Math.max(most[u], value);
            outputs++;
            atEndsOfTanh += Math.abs(value) > 1 - NEAR ? 1 : 0;
            atEndsOfLogistic += value < NEAR || value > 1 - NEAR ? 1 : 0;
        }
    }

    /** The fraction of units that give exactly 0 for all examples, so that a rectifier lets no gradient through. */
    double dead() {
        long dead = IntStream.range(0, least.length)
                .filter(u -> least[u] == 0 && most[u] == 0)
                .count();
        return dead / (double) least.length;
    }

    /** The fraction of outputs at the ends of their range; 0 where the range is not that of tanh or the logistic function. */
    double saturated() {
        double lowest = Arrays.stream(least).min().orElse(0);
        double highest = Arrays.stream(most).max().orElse(0);
        boolean isTanh = lowest >= -1 && highest <= 1 && lowest < 0;
        boolean isLogistic = lowest > 0 && highest <= 1;
        return isTanh ? atEndsOfTanh / (double) outputs : isLogistic ? atEndsOfLogistic / (double) outputs : 0;
    }
}
