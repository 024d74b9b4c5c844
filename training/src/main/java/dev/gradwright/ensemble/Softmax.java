package dev.gradwright.ensemble;

import org.ejml.data.DMatrixRMaj;

/** Probabilities of scores, row by row: {@code p_j = e^(s_j - m) / sum_k e^(s_k - m)} with {@code m} the largest, so that nothing overflows. */
final class Softmax {

    private Softmax() {}

    /** Writes the probabilities; the result may be the scores themselves. */
    static void of(DMatrixRMaj scores, DMatrixRMaj result) {
        int classes = scores.numCols;
        for (int start = 0; start < scores.getNumElements(); start += classes) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = start; j < start + classes; j++) {
                largest = Math.max(largest, scores.data[j]);
            }
            double sum = 0;
            for (int j = start; j < start + classes; j++) {
                result.data[j] = Math.exp(scores.data[j] - largest);
                sum += result.data[j];
            }
            for (int j = start; j < start + classes; j++) {
                result.data[j] /= sum;
            }
        }
    }
}
