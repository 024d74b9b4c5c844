package dev.gradwright.monitor.activation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts the units that are dead: those that have given exactly 0 for every example of the last samples, so that a rectifier lets no gradient
 * through (CS231n, Neural networks part 1, commonly used activation functions).
 */
final class SilentUnits {

    private final int patience;
    private int[] silent = {};

    /**
     * @param patience how many samples in a row a unit must be silent to count as dead
     */
    SilentUnits(int patience) {
        this.patience = patience;
    }

    /** Takes a sample in; gives the percentage of units that are dead. */
    double see(Values values) {
        if (silent.length != values.columns()) {
            silent = new int[values.columns()];
        }
        int dead = 0;
        for (int unit = 0; unit < silent.length; unit++) {
            boolean speaks = false;
            for (int row = 0; row < values.rows() && !speaks; row++) {
                speaks = values.get(row, unit) != 0;
            }
            silent[unit] = speaks ? 0 : silent[unit] + 1;
            dead += silent[unit] >= patience ? 1 : 0;
        }
        return silent.length == 0 ? 0 : 100.0 * dead / silent.length;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(silent.length);
        for (int count : silent) {
            out.writeInt(count);
        }
    }

    void restore(DataInput in) throws IOException {
        silent = new int[in.readInt()];
        for (int i = 0; i < silent.length; i++) {
            silent[i] = in.readInt();
        }
    }
}
