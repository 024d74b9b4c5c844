package dev.gradwright.benchmarks.network;

import org.ejml.data.DMatrixRMaj;

/** The softmax loss and its derivatives by hand: probabilities are kept, and the derivative is their distance from the labels. */
final class HandSoftmaxCrossEntropy {

    private final DMatrixRMaj scoresBar = new DMatrixRMaj(1, 1);

    double forward(DMatrixRMaj scores, int[] labels) {
        int classes = scores.numCols;
        scoresBar.reshape(scores.numRows, classes);
        double[] s = scores.data;
        double[] p = scoresBar.data;
        double loss = 0;
        for (int i = 0, at = 0; i < scores.numRows; i++, at += classes) {
            double largest = s[at];
            for (int j = 1; j < classes; j++) {
                largest = Math.max(largest, s[at + j]);
            }
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                double e = Math.exp(s[at + j] - largest);
                p[at + j] = e;
                sum += e;
            }
            loss += Math.log(sum) + largest - s[at + labels[i]];
            double factor = 1 / (sum * scores.numRows);
            for (int j = 0; j < classes; j++) {
                p[at + j] *= factor;
            }
        }
        return loss / scores.numRows;
    }

    /** The derivatives with respect to the scores that were given to {@link #forward}. */
    DMatrixRMaj backward(int[] labels) {
        double each = 1.0 / labels.length;
        for (int i = 0; i < labels.length; i++) {
            scoresBar.data[i * scoresBar.numCols + labels[i]] -= each;
        }
        return scoresBar;
    }
}
