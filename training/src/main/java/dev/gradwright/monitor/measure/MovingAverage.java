package dev.gradwright.monitor.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An exponential average whose bias towards 0 is corrected: after {@code t} numbers it is {@code (1 - d) sum d^(t-i) x_i / (1 - d^t)} for a decay
 * {@code d} (Kingma and Ba, Adam, ICLR 2015, section 3).
 */
final class MovingAverage {

    private final double decay;
    private double average;
    private double weight;

    MovingAverage(double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException(
                    "a decay of " + decay + " makes no sense; use one from 0 to less than 1");
        }
        this.decay = decay;
    }

    /** Takes another number in; gives the average. */
    double add(double value) {
        average = decay * average + (1 - decay) * value;
        weight = decay * weight + (1 - decay);
        return average / weight;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(average);
        out.writeDouble(weight);
    }

    void restore(DataInput in) throws IOException {
        average = in.readDouble();
        weight = in.readDouble();
    }
}
