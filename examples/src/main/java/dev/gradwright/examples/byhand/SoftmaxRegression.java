package dev.gradwright.examples.byhand;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Classification by a linear score for each class: the mean cross-entropy of the softmax of {@code points * weight}, and its gradient
 * {@code points' * (softmax - labels) / n}, derived by hand.
 */
public final class SoftmaxRegression {

    private final DMatrixRMaj points;
    private final int[] labels;

    /**
     * A problem.
     *
     * @param points a row for each point
     * @param labels the class of each point, from 0
     */
    public SoftmaxRegression(DMatrixRMaj points, int... labels) {
        this.points = points;
        this.labels = labels;
    }

    /** The mean of {@code -ln p} over the points, where p is the probability of a point's class. */
    public double loss(DMatrixRMaj weight) {
        DMatrixRMaj probabilities = probabilities(weight);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(probabilities.get(i, labels[i]));
        }
        return sum / labels.length;
    }

    /** The derivative of the loss with respect to each weight. */
    public DMatrixRMaj gradient(DMatrixRMaj weight) {
        DMatrixRMaj scores = probabilities(weight);
        for (int i = 0; i < labels.length; i++) {
            scores.add(i, labels[i], -1);
        }
        DMatrixRMaj gradient = CommonOps_DDRM.multTransA(points, scores, null);
        CommonOps_DDRM.divide(gradient, labels.length);
        return gradient;
    }

    /** A row for each point. The largest score is taken off first, so that no exponential overflows. */
    private DMatrixRMaj probabilities(DMatrixRMaj weight) {
        DMatrixRMaj scores = CommonOps_DDRM.mult(points, weight, null);
        for (int i = 0; i < scores.numRows; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < scores.numCols; j++) {
                largest = Math.max(largest, scores.get(i, j));
            }
            double sum = 0;
            for (int j = 0; j < scores.numCols; j++) {
                scores.set(i, j, Math.exp(scores.get(i, j) - largest));
                sum += scores.get(i, j);
            }
            for (int j = 0; j < scores.numCols; j++) {
                scores.set(i, j, scores.get(i, j) / sum);
            }
        }
        return scores;
    }
}
