package dev.gradwright.check.mutation;

import java.util.Random;

/** Draws the numbers of a point from a seed. */
final class Draw {

    /** Where points lie. */
    enum Kind {
        /** Normally distributed numbers: kinks are far. */
        ANYWHERE,
        /** Multiples of 1/2: sums are often 0 and maxima equal, so that the point lies on kinks. */
        ON_KINKS,
        /** Near such multiples, closer than a usual step. */
        BESIDE_KINKS
    }

    private static final double BESIDE = 1e-6;

    private final Kind kind;
    private final Random random;

    Draw(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
    }

    double number() {
        double number = random.nextGaussian();
        return switch (kind) {
            case ANYWHERE -> number;
            case ON_KINKS -> Math.rint(2 * number) / 2;
            case BESIDE_KINKS -> Math.rint(2 * number) / 2 + BESIDE * random.nextGaussian();
        };
    }

    /** A number above 1/2. */
    double positive() {
        return 0.5 + Math.abs(number());
    }

    double[] array(int length) {
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = number();
        }
        return array;
    }

    double[][] table(int rows, int columns) {
        double[][] table = new double[rows][];
        for (int i = 0; i < rows; i++) {
            table[i] = array(columns);
        }
        return table;
    }

    /** Indices below a bound. */
    int[] indices(int length, int bound) {
        return random.ints(length, 0, bound).toArray();
    }
}
