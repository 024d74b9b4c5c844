package dev.gradwright.benchmarks.network;

import org.ejml.data.DMatrixRMaj;

/** Softmax and its derivative by hand, {@code p (pBar - p . pBar)} in each row. */
final class HandSoftmax {

    private final DMatrixRMaj p = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj scoresBar = new DMatrixRMaj(1, 1);

    DMatrixRMaj forward(DMatrixRMaj scores) {
        int classes = scores.numCols;
        p.reshape(scores.numRows, classes);
        double[] from = scores.data;
        double[] to = p.data;
        for (int i = 0, at = 0; i < scores.numRows; i++, at += classes) {
            double largest = from[at];
            for (int j = 1; j < classes; j++) {
                largest = Math.max(largest, from[at + j]);
            }
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                double e = Math.exp(from[at + j] - largest);
                to[at + j] = e;
                sum += e;
            }
            double factor = 1 / sum;
            for (int j = 0; j < classes; j++) {
                to[at + j] *= factor;
            }
        }
        return p;
    }

    DMatrixRMaj backward(DMatrixRMaj pBar) {
        int classes = p.numCols;
        scoresBar.reshape(p.numRows, classes);
        double[] value = p.data;
        double[] bar = pBar.data;
        double[] to = scoresBar.data;
        for (int i = 0, at = 0; i < p.numRows; i++, at += classes) {
            double dot = 0;
            for (int j = 0; j < classes; j++) {
                dot += value[at + j] * bar[at + j];
            }
            for (int j = 0; j < classes; j++) {
                to[at + j] = value[at + j] * (bar[at + j] - dot);
            }
        }
        return scoresBar;
    }
}
