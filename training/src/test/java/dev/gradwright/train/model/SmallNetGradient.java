package dev.gradwright.train.model;

import dev.gradwright.Gradient;
import dev.gradwright.Parameters;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/** The gradient of a {@link SmallNet}, by hand. Allocates nothing in a step. */
public final class SmallNetGradient implements Gradient {

    private final SmallNet net;
    private final DMatrixRMaj hidden;
    private final double[] hiddenBias;
    private final DMatrixRMaj output;
    private final double[] outputBias;
    private final Parameters parameters;
    private final double[] activations;
    private final double[] scores;

    private SmallNetGradient(SmallNet net) {
        this.net = net;
        hidden = net.hidden.createLike();
        hiddenBias = new double[net.hiddenBias.length];
        output = net.output.createLike();
        outputBias = new double[net.outputBias.length];
        activations = new double[hiddenBias.length];
        scores = new double[outputBias.length];
        parameters = Parameters.builder()
                .add("hidden.weight", net.hidden, hidden)
                .add("hidden.bias", net.hiddenBias, hiddenBias)
                .add("output.weight", net.output, output)
                .add("output.bias", net.outputBias, outputBias)
                .build();
    }

    public static SmallNetGradient of(SmallNet net) {
        return new SmallNetGradient(net);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void zero() {
        parameters.zeroGradients();
    }

    /** The mean cross-entropy of a batch. */
    public double lossValueAndGradient(DMatrixRMaj inputs, int[] labels) {
        return lossValueAndGradient(inputs, labels, 1.0 / labels.length);
    }

    /** The sum of the cross-entropies of a batch. */
    public double sumValueAndGradient(DMatrixRMaj inputs, int[] labels) {
        return lossValueAndGradient(inputs, labels, 1);
    }

    /** The mean with noise on the inputs. */
    public double noisyValueAndGradient(DMatrixRMaj inputs, int[] labels, RandomGenerator random) {
        for (int i = 0; i < inputs.getNumElements(); i++) {
            inputs.data[i] += 0.1 * (random.nextDouble() - 0.5);
        }
        return lossValueAndGradient(inputs, labels);
    }

    private double lossValueAndGradient(DMatrixRMaj inputs, int[] labels, double share) {
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            net.scores(inputs, i, activations, scores);
            double logSum = SmallNet.logSum(scores);
            loss += share * (logSum - scores[labels[i]]);
            backward(inputs, i, labels[i], logSum, share);
        }
        return loss;
    }

    private void backward(DMatrixRMaj inputs, int row, int label, double logSum, double share) {
        for (int c = 0; c < scores.length; c++) {
            scores[c] = share * (Math.exp(scores[c] - logSum) - (c == label ? 1 : 0));
            outputBias[c] += scores[c];
        }
        for (int u = 0; u < activations.length; u++) {
            double adjoint = 0;
            for (int c = 0; c < scores.length; c++) {
                adjoint += scores[c] * net.output.unsafe_get(u, c);
                output.data[u * output.numCols + c] += scores[c] * activations[u];
            }
            adjoint *= 1 - activations[u] * activations[u];
            hiddenBias[u] += adjoint;
            for (int k = 0; k < hidden.numRows; k++) {
                hidden.data[k * hidden.numCols + u] += adjoint * inputs.unsafe_get(row, k);
            }
        }
    }

    /** Half the sum of the squares of the weights. */
    public double penalty() {
        double sum = 0;
        for (double w : net.hidden.data) {
            sum += w * w;
        }
        for (double w : net.output.data) {
            sum += w * w;
        }
        return sum / 2;
    }

    public void penaltyBackward(double seed) {
        for (int i = 0; i < hidden.data.length; i++) {
            hidden.data[i] += seed * net.hidden.data[i];
        }
        for (int i = 0; i < output.data.length; i++) {
            output.data[i] += seed * net.output.data[i];
        }
    }
}
