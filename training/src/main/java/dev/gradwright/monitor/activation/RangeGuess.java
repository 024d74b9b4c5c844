package dev.gradwright.monitor.activation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Guesses the range of a layer's function from all values seen so far. Values that fill -1 to 1 or 0 to 1 nearly up to the borders and never leave
 * it are taken for those of tanh or of the logistic function; but not if there are exact zeros, which rectifiers give, or if rows sum up to 1, which
 * are probabilities.
 */
final class RangeGuess {

    private static final double NEAR = 0.9;
    private static final double ROUNDING = 1e-9;

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean hasZeros;
    private boolean areProbabilities = true;

    /** Takes values of one sample in. */
    void see(double least, double largest, boolean someAreZero, double leastRowSum, double largestRowSum) {
        min = Math.min(min, least);
        max = Math.max(max, largest);
        hasZeros |= someAreZero;
        areProbabilities &= Math.abs(leastRowSum - 1) < ROUNDING && Math.abs(largestRowSum - 1) < ROUNDING;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(min);
        out.writeDouble(max);
        out.writeBoolean(hasZeros);
        out.writeBoolean(areProbabilities);
    }

    void restore(DataInput in) throws IOException {
        min = in.readDouble();
        max = in.readDouble();
        hasZeros = in.readBoolean();
        areProbabilities = in.readBoolean();
    }

    Range range() {
        if (hasZeros || areProbabilities) {
            return Range.UNBOUNDED;
        } else if (min >= -1 && max <= 1 && min < -NEAR && max > NEAR) {
            return Range.TANH;
        } else if (min >= 0 && max <= 1 && min < 1 - NEAR && max > NEAR) {
            return Range.SIGMOID;
        }
        return Range.UNBOUNDED;
    }
}
