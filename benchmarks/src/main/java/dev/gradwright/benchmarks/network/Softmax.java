package dev.gradwright.benchmarks.network;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import org.ejml.data.DMatrixRMaj;

/** Exponentials of the scores of each row, divided by their sum. */
@Differentiable
public final class Softmax {

    /** The probabilities; the largest score is taken off first, so that no exponential overflows. */
    @Shape("batch, classes")
    public DMatrixRMaj forward(@Shape("batch, classes") DMatrixRMaj scores) {
        DMatrixRMaj p = new DMatrixRMaj(scores.numRows, scores.numCols);
        for (int i = 0; i < scores.numRows; i++) {
            double largest = scores.get(i, 0);
            for (int j = 1; j < scores.numCols; j++) {
                largest = Math.max(largest, scores.get(i, j));
            }
            double sum = 0;
            for (int j = 0; j < scores.numCols; j++) {
                double e = Math.exp(scores.get(i, j) - largest);
                p.set(i, j, e);
                sum += e;
            }
            for (int j = 0; j < scores.numCols; j++) {
                p.set(i, j, p.get(i, j) / sum);
            }
        }
        return p;
    }
}
