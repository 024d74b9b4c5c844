package dev.gradwright.monitor.activation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts the units that are dead: those that have given exactly 0 for every example of the last samples, so that a rectifier lets no gradient
 * through (CS231n, Neural networks part 1, commonly used activation functions).
 */
final class SilentUnits {

    /** For so many examples, in so many samples, a unit must be silent to count as dead. */
    private static final int EXAMPLES = 150;

    private static final int SAMPLES = 5;

    private int[] samples = {};
    private int[] examples = {};

    /** Takes a sample in; gives the percentage of units that are dead. */
    double see(Values values) {
        if (samples.length != values.columns()) {
            samples = new int[values.columns()];
            examples = new int[values.columns()];
        }
        int dead = 0;
        for (int unit = 0; unit < samples.length; unit++) {
            boolean speaks = false;
            for (int row = 0; row < values.rows() && !speaks; row++) {
                speaks = values.get(row, unit) != 0;
            }
            samples[unit] = speaks ? 0 : samples[unit] + 1;
            examples[unit] = speaks ? 0 : examples[unit] + values.rows();
            dead += samples[unit] >= SAMPLES && examples[unit] >= EXAMPLES ? 1 : 0;
        }
        return samples.length == 0 ? 0 : 100.0 * dead / samples.length;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(samples.length);
        for (int i = 0; i < samples.length; i++) {
            out.writeInt(samples[i]);
            out.writeInt(examples[i]);
        }
    }

    void restore(DataInput in) throws IOException {
        samples = new int[in.readInt()];
        examples = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.readInt();
            examples[i] = in.readInt();
        }
    }
}
