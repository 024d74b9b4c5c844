package dev.gradwright.benchmarks.network;

import dev.gradwright.Differentiable;
import dev.gradwright.Index;
import dev.gradwright.Shape;
import org.ejml.data.DMatrixRMaj;

/** The mean over a batch of minus the logarithm of the probability that softmax gives to the right class. */
@Differentiable
public final class SoftmaxCrossEntropy {

    /** The loss; the largest score is taken off first, so that no exponential overflows. */
    public double forward(@Shape("batch, classes") DMatrixRMaj scores, @Shape("batch") @Index("classes") int[] labels) {
        double loss = 0;
        for (int i = 0; i < scores.numRows; i++) {
            double largest = scores.get(i, 0);
            for (int j = 1; j < scores.numCols; j++) {
                largest = Math.max(largest, scores.get(i, j));
            }
            double sum = 0;
            for (int j = 0; j < scores.numCols; j++) {
                sum += Math.exp(scores.get(i, j) - largest);
            }
            loss += Math.log(sum) + largest - scores.get(i, labels[i]);
        }
        return loss / scores.numRows;
    }
}
