package dev.gradwright.ensemble;

import dev.gradwright.train.Metrics;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * How good probabilities are.
 *
 * @param accuracy the fraction of the examples whose most probable class is right
 * @param logLoss the mean of {@code -ln p} of the right class; infinite if a right class was given probability 0
 * @param reliability what was said with which confidence, and how often it was right
 */
public record Quality(double accuracy, double logLoss, List<ReliabilityBin> reliability) {

    static Quality ofScores(DMatrixRMaj scores, int[] labels) {
        DMatrixRMaj probabilities = scores.createLike();
        Softmax.of(scores, probabilities);
        return of(probabilities, labels);
    }

    static Quality of(DMatrixRMaj probabilities, int[] labels) {
        int[] classes = Best.columns(probabilities);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(probabilities.get(i, labels[i]));
        }
        return new Quality(
                Metrics.accuracy(classes, labels),
                sum / labels.length,
                ReliabilityBin.bins(probabilities, classes, labels));
    }

    /**
     * The expected calibration error: {@code sum_b n_b/n |accuracy_b - confidence_b|} over the bins of {@link #reliability}. 0 says that of all answers
     * given with 80 % confidence 80 % are right.
     *
     * <p>C. Guo et al., On calibration of modern neural networks, ICML 2017, equation 3.
     */
    public double calibrationError() {
        long all = reliability.stream().mapToLong(ReliabilityBin::count).sum();
        return reliability.stream()
                .filter(bin -> bin.count() > 0)
                .mapToDouble(bin -> bin.count() * Math.abs(bin.accuracy() - bin.confidence()) / all)
                .sum();
    }
}
