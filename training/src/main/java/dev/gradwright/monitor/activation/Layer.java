package dev.gradwright.monitor.activation;

import dev.gradwright.monitor.Binning;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.measure.Tags;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is known of one layer: what it has given in this sample, and what is remembered of earlier ones. */
final class Layer {

    private final String name;
    private final Range given;
    final Values values = new Values();
    private final SilentUnits silent = new SilentUnits();
    private final RangeGuess guess = new RangeGuess();

    /**
     * @param range the range of its function; null if it is to be guessed
     */
    Layer(String name, Range range) {
        this.name = name;
        this.given = range;
    }

    String name() {
        return name;
    }

    /** Records the sample. */
    void record(Recorder recorder, long step) {
        if (values.size() == 0) {
            return;
        }
        Binning binning = new Binning();
        binning.see(values.numbers(), values.size());
        Range range = range(binning);
        Binning.Bins bins = range.isBounded() ? binning.bins(range.lower(), range.upper()) : binning.bins();
        var histogram = bins.count(values.numbers(), values.size()).histogram();
        recorder.histogram(Tags.ACTIVATION + name, step, histogram);
        recorder.scalar(Tags.ACTIVATION_MEAN + name, step, mean(histogram.notFinite(), histogram.mean()));
        recorder.scalar(Tags.ACTIVATION_SPREAD + name, step, mean(histogram.notFinite(), histogram.deviation()));
        if (range.isBounded()) {
            recorder.scalar(Tags.SATURATION + name, step, saturated(range));
        }
        recorder.scalar(Tags.DEAD + name, step, silent.see(values));
    }

    void save(DataOutput out) throws IOException {
        silent.save(out);
        guess.save(out);
    }

    void restore(DataInput in) throws IOException {
        silent.restore(in);
        guess.restore(in);
    }

    /** A layer with a result that is no number has none for a mean. */
    private static double mean(long notFinite, double finite) {
        return notFinite > 0 ? Double.NaN : finite;
    }

    private Range range(Binning seen) {
        if (given != null) {
            return given;
        }
        double leastSum = Double.POSITIVE_INFINITY;
        double largestSum = Double.NEGATIVE_INFINITY;
        boolean hasZeros = false;
        for (int row = 0; row < values.rows(); row++) {
            double sum = 0;
            for (int unit = 0; unit < values.columns(); unit++) {
                sum += values.get(row, unit);
                hasZeros |= values.get(row, unit) == 0;
            }
            leastSum = Math.min(leastSum, sum);
            largestSum = Math.max(largestSum, sum);
        }
        guess.see(seen.min(), seen.max(), hasZeros, leastSum, largestSum);
        return guess.range();
    }

    private double saturated(Range range) {
        int count = 0;
        for (int i = 0; i < values.size(); i++) {
            count += range.isSaturated(values.numbers()[i]) ? 1 : 0;
        }
        return count / (double) values.size();
    }
}
