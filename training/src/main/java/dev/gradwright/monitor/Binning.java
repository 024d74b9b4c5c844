package dev.gradwright.monitor;

/**
 * Makes histograms with bins of equal width. Numbers are shown twice, first to find the range and then to be counted, so that they need not be
 * copied.
 */
public final class Binning {

    private static final int BINS = 30;
    private static final double ALIKE = 1e-9;
    private static final double NARROW = 1e-3;

    private long count;
    private long notFinite;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double squares;

    /** Shows the numbers of an array, the first time. */
    public void see(double[] numbers, int length) {
        for (int i = 0; i < length; i++) {
            see(numbers[i]);
        }
    }

    /** Shows a number, the first time. */
    public void see(double number) {
        if (number - number == 0) {
            count++;
            min = Math.min(min, number);
            max = Math.max(max, number);
            sum += number;
            squares += number * number;
        } else {
            notFinite++;
        }
    }

    /** Makes bins between the least and the largest number. */
    public Bins bins() {
        return count == 0 ? new Bins(0, 1) : new Bins(min, max);
    }

    /** Makes bins between two borders; what lies outside of them goes into the bin beside. */
    public Bins bins(double low, double high) {
        return new Bins(low, high);
    }

    /** How many finite numbers were seen. */
    public long count() {
        return count;
    }

    /** The least of them, positive infinity if there is none. */
    public double min() {
        return min;
    }

    /** The largest of them, negative infinity if there is none. */
    public double max() {
        return max;
    }

    /** Counts. */
    public final class Bins {

        private final double[] edges;
        private final long[] counts = new long[BINS];
        private final double low;
        private final double scale;

        private Bins(double from, double to) {
            // numbers that are all (almost) alike stand in the middle of a narrow range
            double size = Math.max(Math.abs(from), Math.abs(to));
            double slack = to - from > ALIKE * size ? 0 : Math.max(NARROW * size, ALIKE);
            low = from - slack;
            double width = (to + slack) / BINS - low / BINS;
            scale = 1 / width;
            edges = new double[BINS + 1];
            for (int i = 0; i < BINS; i++) {
                edges[i] = low + i * width;
            }
            edges[BINS] = to + slack;
        }

        /** Shows the numbers of an array, the second time. */
        public Bins count(double[] numbers, int length) {
            for (int i = 0; i < length; i++) {
                count(numbers[i]);
            }
            return this;
        }

        /** Shows a number, the second time. */
        public void count(double number) {
            if (number - number == 0) {
                counts[(int) Math.max(0, Math.min(BINS - 1, (number - low) * scale))]++;
            }
        }

        /** The histogram of what was shown. */
        public Histogram histogram() {
            boolean isEmpty = count == 0;
            return new Histogram(
                    count,
                    notFinite,
                    isEmpty ? Double.NaN : min,
                    isEmpty ? Double.NaN : max,
                    sum,
                    squares,
                    edges,
                    counts);
        }
    }
}
