package dev.gradwright.monitor.page;

import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.json.JsonWriter;

/** A histogram as it is drawn: with at most {@value #MOST} bins. */
record Bins(Histogram histogram) {

    static final int MOST = 64;

    /** The same distribution with fewer bins, if there are too many: equal ones, over which each old bin is spread evenly. */
    static Bins of(Histogram histogram) {
        int bins = histogram.counts().length;
        if (bins <= MOST || histogram.count() == 0) {
            return new Bins(histogram);
        }
        double low = histogram.min();
        double width = (histogram.max() - low) / MOST;
        if (!(width > 0) || !Double.isFinite(width)) {
            return new Bins(histogram);
        }
        double[] edges = new double[MOST + 1];
        for (int i = 0; i <= MOST; i++) {
            edges[i] = low + i * width;
        }
        double[] shares = new double[MOST];
        for (int i = 0; i < bins; i++) {
            if (histogram.counts()[i] > 0) {
                double from = Math.max(low, histogram.edges()[i]);
                double to = Math.min(histogram.max(), histogram.edges()[i + 1]);
                spread(histogram.counts()[i], (from - low) / width, (to - low) / width, shares);
            }
        }
        return new Bins(new Histogram(
                histogram.count(),
                histogram.notFinite(),
                histogram.min(),
                histogram.max(),
                histogram.sum(),
                histogram.sumOfSquares(),
                edges,
                rounded(shares)));
    }

    void write(long step, JsonWriter json) {
        json.object().name("step").value(step).name("mean").rounded(histogram.mean());
        json.name("deviation").rounded(histogram.deviation());
        json.name("notFinite").value(histogram.notFinite());
        json.name("edges").array();
        for (double edge : histogram.edges()) {
            json.rounded(edge);
        }
        json.end().name("counts").array();
        for (long count : histogram.counts()) {
            json.value(count);
        }
        json.end().end();
    }

    /** Adds a count to the bins between two places, which are counted in bins. */
    private static void spread(long count, double from, double to, double[] shares) {
        int first = Math.min(shares.length - 1, Math.max(0, (int) from));
        int last = Math.min(shares.length - 1, Math.max(first, (int) Math.ceil(to) - 1));
        if (first == last) {
            shares[first] += count;
            return;
        }
        for (int bin = first; bin <= last; bin++) {
            double part = Math.min(to, bin + 1) - Math.max(from, bin);
            shares[bin] += count * Math.max(0, part) / (to - from);
        }
    }

    /** Whole numbers with the same sum: what rounding leaves goes on to the next bin. */
    private static long[] rounded(double[] shares) {
        long[] counts = new long[shares.length];
        double sum = 0;
        long given = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += shares[i];
            counts[i] = Math.round(sum) - given;
            given += counts[i];
        }
        return counts;
    }
}
