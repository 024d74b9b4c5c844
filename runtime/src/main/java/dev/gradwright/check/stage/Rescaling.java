package dev.gradwright.check.stage;

import java.util.List;

/** Brings a gradient that is all tiny into the range where differences can tell something, by a factor on the loss. */
final class Rescaling {

    private static final int LARGEST_EXPONENT = 1000;

    private Rescaling() {}

    /** A power of two that makes the largest gradient about 1 if all are below the noise floor; 1 otherwise. */
    static double factor(List<double[]> gradients, double noiseFloor) {
        double largest = 0;
        for (double[] gradient : gradients) {
            for (double g : gradient) {
                largest = Math.max(largest, Math.abs(g));
            }
        }
        boolean isTiny = largest > 0 && largest < noiseFloor;
        return isTiny ? Math.scalb(1.0, Math.min(LARGEST_EXPONENT, -Math.getExponent(largest))) : 1;
    }
}
