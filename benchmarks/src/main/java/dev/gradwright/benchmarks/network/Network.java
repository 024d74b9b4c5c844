package dev.gradwright.benchmarks.network;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Affine layers with rectifiers between them, and a softmax loss. */
public final class Network {

    final Affine[] layers;
    final Relu relu = new Relu();
    final SoftmaxCrossEntropy crossEntropy = new SoftmaxCrossEntropy();

    /** Draws weights for a number of inputs, of units in each hidden layer, and of classes. */
    Network(int[] widths, SplittableRandom random) {
        layers = new Affine[widths.length - 1];
        for (int k = 0; k < layers.length; k++) {
            layers[k] = new Affine(widths[k], widths[k + 1], random);
        }
    }

    /** The mean cross-entropy on a batch. */
    @Differentiable
    public double loss(@Constant @Shape("batch, inputs") DMatrixRMaj x, @Shape("batch") int[] labels) {
        DMatrixRMaj y = layers[0].forward(x);
        for (int k = 1; k < layers.length; k++) {
            y = layers[k].forward(relu.forward(y));
        }
        return crossEntropy.forward(y, labels);
    }
}
