package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.measure.Tags;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What has been measured so far, tag by tag: the latest value and some of the past. */
public final class Measurements {

    /** How much of the old a typical value keeps at each new one. */
    private static final double DECAY = 0.9;

    private final Map<String, Series> series = new HashMap<>();

    private static final class Series {
        private long step;
        private long count;
        private double first;
        private double latest;
        private double least;
        private double logarithm;
        private double weight;
    }

    void add(String tag, long step, double value) {
        Series one = series.computeIfAbsent(tag, t -> new Series());
        if (one.count++ == 0) {
            one.first = value;
            one.least = value;
        }
        one.step = step;
        one.latest = value;
        one.least = Math.min(one.least, value);
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            one.logarithm = DECAY * one.logarithm + (1 - DECAY) * Math.log(value);
            one.weight = DECAY * one.weight + (1 - DECAY);
        }
    }

    /** The latest value; NaN if there is none. */
    public double latest(String tag) {
        Series one = series.get(tag);
        return one == null ? Double.NaN : one.latest;
    }

    /** The first value; NaN if there is none. */
    public double first(String tag) {
        Series one = series.get(tag);
        return one == null ? Double.NaN : one.first;
    }

    /** The least value; NaN if there is none. */
    public double least(String tag) {
        Series one = series.get(tag);
        return one == null ? Double.NaN : one.least;
    }

    /** The geometric mean of the last ten or so positive values, the latest one included; NaN if there is none. */
    public double typical(String tag) {
        Series one = series.get(tag);
        return one == null || one.weight == 0 ? Double.NaN : Math.exp(one.logarithm / one.weight);
    }

    /** The step of the latest value. */
    public long step(String tag) {
        return series.get(tag).step;
    }

    /**
     * The smoothed loss over the first loss: 1 at the beginning, less once something has been learned. It is 1 for losses that begin at 0 or below,
     * whose size says nothing.
     */
    public double lossLeft() {
        double first = first(Tags.LOSS);
        double now = latest(Tags.SMOOTHED_LOSS);
        return first > 0 && !Double.isNaN(now) ? now / first : 1;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(series.size());
        for (Map.Entry<String, Series> entry : series.entrySet()) {
            Series one = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeLong(one.step);
            out.writeLong(one.count);
            for (double number : new double[] {one.first, one.latest, one.least, one.logarithm, one.weight}) {
                out.writeDouble(number);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        series.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Series one = new Series();
            series.put(in.readUTF(), one);
            one.step = in.readLong();
            one.count = in.readLong();
            one.first = in.readDouble();
            one.latest = in.readDouble();
            one.least = in.readDouble();
            one.logarithm = in.readDouble();
            one.weight = in.readDouble();
        }
    }
}
