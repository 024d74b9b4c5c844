package dev.gradwright.monitor;

/**
 * How numbers are distributed: counts between edges. Bin {@code i} holds the numbers {@code x} with {@code edges[i] <= x < edges[i + 1]}, the last bin
 * its upper edge too. Numbers that are not finite are counted apart.
 *
 * @param count how many finite numbers there are
 * @param notFinite how many were infinite or NaN
 * @param min the least, NaN if there is none
 * @param max the largest, NaN if there is none
 * @param sum their sum
 * @param sumOfSquares the sum of their squares
 * @param edges increasing, one more than bins
 * @param counts how many numbers each bin has
 */
public record Histogram(
        long count,
        long notFinite,
        double min,
        double max,
        double sum,
        double sumOfSquares,
        double[] edges,
        long[] counts) {

    /** Makes a histogram of arrays that nobody else changes. */
    public Histogram {
        if (edges.length != counts.length + 1) {
            throw new IllegalArgumentException(
                    counts.length + " bins have " + (counts.length + 1) + " edges, not " + edges.length);
        }
    }

    /** The mean of the finite numbers, NaN if there is none. */
    public double mean() {
        return sum / count;
    }

    /** Their standard deviation, NaN if there is none. */
    public double deviation() {
        double mean = mean();
        return Math.sqrt(Math.max(0, sumOfSquares / count - mean * mean));
    }
}
