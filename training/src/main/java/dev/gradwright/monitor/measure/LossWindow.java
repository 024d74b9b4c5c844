package dev.gradwright.monitor.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The last losses, with a line through them by least squares. What is around the line is noise: its size says how much batches differ, its order
 * whether they are drawn independently (Durbin and Watson, Testing for serial correlation in least squares regression, Biometrika 1950).
 */
final class LossWindow {

    private final double[] losses;
    private long count;

    LossWindow(int length) {
        if (length < 3) {
            throw new IllegalArgumentException("a line through " + length
                    + " losses leaves nothing around it; use a window of 3 or more, such as 100");
        }
        this.losses = new double[length];
    }

    /**
     * The line through a window.
     *
     * @param mean the mean of the losses
     * @param slope by how much the line rises from one loss to the next
     * @param slopeError the standard error of the slope, if the losses are independent
     * @param deviation the standard deviation around the line
     * @param durbinWatson the sum of the squares of the differences of neighbours around the line, over the sum of their squares
     */
    record Line(double mean, double slope, double slopeError, double deviation, double durbinWatson) {}

    void add(double loss) {
        losses[(int) (count++ % losses.length)] = loss;
    }

    int length() {
        return losses.length;
    }

    boolean isFull() {
        return count >= losses.length;
    }

    /** The line through a full window. */
    Line line() {
        int n = losses.length;
        double middle = (n - 1) / 2.0;
        double mean = 0;
        for (double loss : losses) {
            mean += loss / n;
        }
        double slope = 0;
        double spread = n * ((double) n * n - 1) / 12;
        for (int i = 0; i < n; i++) {
            slope += (i - middle) * (at(i) - mean) / spread;
        }
        double squares = 0;
        double steps = 0;
        double before = 0;
        for (int i = 0; i < n; i++) {
            double around = at(i) - mean - slope * (i - middle);
            squares += around * around;
            steps += i == 0 ? 0 : (around - before) * (around - before);
            before = around;
        }
        double variance = squares / (n - 2);
        return new Line(
                mean, slope, Math.sqrt(variance / spread), Math.sqrt(variance), squares == 0 ? 2 : steps / squares);
    }

    /** The losses from the oldest. */
    private double at(int i) {
        return losses[(int) ((count + i) % losses.length)];
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(count);
        for (double loss : losses) {
            out.writeDouble(loss);
        }
    }

    void restore(DataInput in) throws IOException {
        count = in.readLong();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = in.readDouble();
        }
    }
}
