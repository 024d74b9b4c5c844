package dev.gradwright.monitor.page;

import dev.gradwright.monitor.json.JsonWriter;
import java.util.Arrays;

/**
 * The numbers of one tag in bounded memory: consecutive numbers share a bucket, which keeps their least, largest and mean. There are at most
 * {@value #CAPACITY} buckets; when these are full, each two become one and new buckets hold twice as many numbers. So no extreme is ever lost, and
 * all parts of a long run are drawn equally fine.
 */
final class Series {

    static final int CAPACITY = 1024;

    private long[] steps = new long[16];
    private double[] lows = new double[16];
    private double[] highs = new double[16];
    private double[] sums = new double[16];
    private int[] finite = new int[16];
    private long[] versions = new long[16];
    private int size;
    private int width = 1;
    private int inLast;
    private long merged;
    private double last;
    private long notFinite;
    private long firstNotFinite;

    /** Adds a number under a version larger than all before. */
    void add(long step, double value, long version) {
        if (size == 0 || inLast == width) {
            open();
        }
        int i = size - 1;
        inLast++;
        steps[i] = step;
        versions[i] = version;
        last = value;
        if (Double.isFinite(value)) {
            lows[i] = Math.min(lows[i], value);
            highs[i] = Math.max(highs[i], value);
            sums[i] += value;
            finite[i]++;
        } else if (notFinite++ == 0) {
            firstNotFinite = step;
        }
        if (size == CAPACITY && inLast == width) {
            merge(version);
        }
    }

    /** Forgets what was added for later steps. */
    void forgetAfter(long step, long version) {
        int kept = size;
        while (kept > 0 && steps[kept - 1] > step) {
            kept--;
        }
        if (kept == size) {
            return;
        }
        size = kept;
        inLast = width;
        merged = version;
        last = kept == 0 ? Double.NaN : mean(kept - 1);
        if (notFinite > 0 && firstNotFinite > step) {
            notFinite = 0;
        }
    }

    /** Whether there is anything newer than a version. */
    boolean isNewerThan(long version) {
        return merged > version || size > 0 && versions[size - 1] > version;
    }

    /** A copy to write from when the series goes on. */
    Series copy() {
        Series copy = new Series();
        copy.resize(Math.max(1, size), this);
        copy.size = size;
        copy.merged = merged;
        copy.last = last;
        copy.notFinite = notFinite;
        copy.firstNotFinite = firstNotFinite;
        return copy;
    }

    /** Writes what is newer than a version: buckets from a position on, which take the place of those that the reader has there. */
    void write(String tag, long version, JsonWriter json) {
        int from = size;
        while (from > 0 && (merged > version || versions[from - 1] > version)) {
            from--;
        }
        json.object()
                .name("tag")
                .value(tag)
                .name("from")
                .value(from)
                .name("steps")
                .array();
        for (int i = from; i < size; i++) {
            json.value(steps[i]);
        }
        json.end().name("means").array();
        for (int i = from; i < size; i++) {
            json.rounded(mean(i));
        }
        json.end().name("lows").array();
        for (int i = from; i < size; i++) {
            json.rounded(lows[i]);
        }
        json.end().name("highs").array();
        for (int i = from; i < size; i++) {
            json.rounded(highs[i]);
        }
        json.end().name("last").rounded(last);
        if (notFinite > 0) {
            json.name("notFinite").object().name("first").value(firstNotFinite);
            json.name("count").value(notFinite).end();
        }
        json.end();
    }

    private double mean(int i) {
        return finite[i] == 0 ? Double.NaN : Math.max(lows[i], Math.min(highs[i], sums[i] / finite[i]));
    }

    private void open() {
        if (size == steps.length) {
            resize(Math.min(CAPACITY, 2 * size), this);
        }
        lows[size] = Double.POSITIVE_INFINITY;
        highs[size] = Double.NEGATIVE_INFINITY;
        sums[size] = 0;
        finite[size] = 0;
        size++;
        inLast = 0;
    }

    private void merge(long version) {
        for (int i = 0; i < size / 2; i++) {
            int left = 2 * i;
            int right = left + 1;
            steps[i] = steps[right];
            lows[i] = Math.min(lows[left], lows[right]);
            highs[i] = Math.max(highs[left], highs[right]);
            sums[i] = sums[left] + sums[right];
            finite[i] = finite[left] + finite[right];
            versions[i] = version;
        }
        size /= 2;
        width *= 2;
        inLast = width;
        merged = version;
    }

    private void resize(int length, Series from) {
        steps = Arrays.copyOf(from.steps, length);
        lows = Arrays.copyOf(from.lows, length);
        highs = Arrays.copyOf(from.highs, length);
        sums = Arrays.copyOf(from.sums, length);
        finite = Arrays.copyOf(from.finite, length);
        versions = Arrays.copyOf(from.versions, length);
    }
}
