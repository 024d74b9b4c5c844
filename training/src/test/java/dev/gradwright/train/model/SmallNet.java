package dev.gradwright.train.model;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Two affine layers with tanh between them: scores of classes. */
public final class SmallNet {

    public final DMatrixRMaj hidden;
    public final double[] hiddenBias;
    public final DMatrixRMaj output;
    public final double[] outputBias;

    public SmallNet(int inputs, int units, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        hidden = normal(inputs, units, Math.sqrt(1.0 / inputs), random);
        hiddenBias = new double[units];
        output = normal(units, classes, 0.01, random);
        outputBias = new double[classes];
    }

    private static DMatrixRMaj normal(int rows, int columns, double deviation, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = deviation * random.nextGaussian();
        }
        return matrix;
    }

    /** The class with the highest score, for each row. */
    public int[] predict(DMatrixRMaj inputs) {
        int[] best = new int[inputs.numRows];
        double[] activations = new double[hidden.numCols];
        double[] scores = new double[output.numCols];
        for (int i = 0; i < best.length; i++) {
            scores(inputs, i, activations, scores);
            for (int c = 1; c < scores.length; c++) {
                best[i] = scores[c] > scores[best[i]] ? c : best[i];
            }
        }
        return best;
    }

    /** The mean cross-entropy. */
    public double loss(DMatrixRMaj inputs, int[] labels) {
        double sum = 0;
        double[] activations = new double[hidden.numCols];
        double[] scores = new double[output.numCols];
        for (int i = 0; i < labels.length; i++) {
            scores(inputs, i, activations, scores);
            sum += logSum(scores) - scores[labels[i]];
        }
        return sum / labels.length;
    }

    void scores(DMatrixRMaj inputs, int row, double[] activations, double[] scores) {
        for (int u = 0; u < activations.length; u++) {
            double sum = hiddenBias[u];
            for (int k = 0; k < hidden.numRows; k++) {
                sum += inputs.get(row, k) * hidden.get(k, u);
            }
            activations[u] = Math.tanh(sum);
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] = outputBias[c];
            for (int u = 0; u < activations.length; u++) {
                scores[c] += activations[u] * output.get(u, c);
            }
        }
    }

    static double logSum(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - largest);
        }
        return largest + Math.log(sum);
    }
}
