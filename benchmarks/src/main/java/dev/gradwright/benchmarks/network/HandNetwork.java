package dev.gradwright.benchmarks.network;

import org.ejml.data.DMatrixRMaj;

/** A network and its gradient by hand. Matrices are reused, gradients are set and not added to, and the first layer's input gets none. */
final class HandNetwork {

    final HandAffine[] layers;
    private final DMatrixRMaj[] active;
    private final HandSoftmaxCrossEntropy crossEntropy = new HandSoftmaxCrossEntropy();

    HandNetwork(Network network, Products products) {
        layers = new HandAffine[network.layers.length];
        active = new DMatrixRMaj[layers.length - 1];
        for (int k = 0; k < layers.length; k++) {
            layers[k] = new HandAffine(network.layers[k], products);
        }
        for (int k = 0; k < active.length; k++) {
            active[k] = new DMatrixRMaj(1, 1);
        }
    }

    double loss(DMatrixRMaj x, int[] labels) {
        DMatrixRMaj y = layers[0].forward(x);
        for (int k = 1; k < layers.length; k++) {
            rectify(y, active[k - 1]);
            y = layers[k].forward(active[k - 1]);
        }
        return crossEntropy.forward(y, labels);
    }

    double valueAndGradient(DMatrixRMaj x, int[] labels) {
        double loss = loss(x, labels);
        DMatrixRMaj yBar = crossEntropy.backward(labels);
        for (int k = layers.length - 1; k > 0; k--) {
            layers[k].backwardToParameters(yBar);
            yBar = layers[k].backwardToInputs(yBar);
            maskInactive(active[k - 1], yBar);
        }
        layers[0].backwardToParameters(yBar);
        return loss;
    }

    double step(DMatrixRMaj x, int[] labels, double rate) {
        double loss = valueAndGradient(x, labels);
        for (HandAffine layer : layers) {
            layer.descend(rate);
        }
        return loss;
    }

    private static void rectify(DMatrixRMaj x, DMatrixRMaj y) {
        y.reshape(x.numRows, x.numCols);
        double[] from = x.data;
        double[] to = y.data;
        int length = x.getNumElements();
        for (int i = 0; i < length; i++) {
            to[i] = Math.max(0, from[i]);
        }
    }

    private static void maskInactive(DMatrixRMaj y, DMatrixRMaj yBar) {
        double[] values = y.data;
        double[] bars = yBar.data;
        int length = y.getNumElements();
        for (int i = 0; i < length; i++) {
            bars[i] = values[i] > 0 ? bars[i] : 0;
        }
    }
}
