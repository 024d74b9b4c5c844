package dev.gradwright.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The answers that were given with about one confidence, the probability of the class that was chosen.
 *
 * @param from the confidence the bin begins above
 * @param to the confidence it ends with
 * @param count how many answers are in it
 * @param confidence their mean confidence, NaN if there are none
 * @param accuracy the fraction that is right, NaN if there are none
 */
public record ReliabilityBin(double from, double to, long count, double confidence, double accuracy) {

    /** As many as in the paper that {@link Quality#calibrationError} names. */
    private static final int BINS = 15;

    static List<ReliabilityBin> bins(DMatrixRMaj probabilities, int[] classes, int[] labels) {
        long[] counts = new long[BINS];
        double[] confidences = new double[BINS];
        long[] right = new long[BINS];
        for (int i = 0; i < labels.length; i++) {
            double confidence = probabilities.get(i, classes[i]);
            int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(confidence * BINS) - 1));
            counts[bin]++;
            confidences[bin] += confidence;
            if (classes[i] == labels[i]) {
                right[bin]++;
            }
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            bins.add(new ReliabilityBin(
                    b / (double) BINS,
                    (b + 1) / (double) BINS,
                    counts[b],
                    confidences[b] / counts[b],
                    right[b] / (double) counts[b]));
        }
        return List.copyOf(bins);
    }
}
