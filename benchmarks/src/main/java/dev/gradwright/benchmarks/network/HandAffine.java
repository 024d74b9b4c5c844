package dev.gradwright.benchmarks.network;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** An affine layer and its derivatives by hand. */
final class HandAffine {

    final DMatrixRMaj weight;
    final double[] bias;
    final DMatrixRMaj weightBar;
    final double[] biasBar;

    private final Products products;
    private final DMatrixRMaj y = new DMatrixRMaj(1, 1);
    private final DMatrixRMaj xBar = new DMatrixRMaj(1, 1);
    private DMatrixRMaj x;

    HandAffine(Affine layer, Products products) {
        this.weight = layer.weight;
        this.bias = layer.bias;
        this.products = products;
        this.weightBar = new DMatrixRMaj(weight.numRows, weight.numCols);
        this.biasBar = new double[bias.length];
    }

    DMatrixRMaj forward(DMatrixRMaj x) {
        this.x = x;
        products.mult(x, weight, y);
        double[] data = y.data;
        for (int i = 0, at = 0; i < y.numRows; i++, at += bias.length) {
            for (int j = 0; j < bias.length; j++) {
                data[at + j] += bias[j];
            }
        }
        return y;
    }

    /** Sets the derivatives with respect to the parameters. */
    void backwardToParameters(DMatrixRMaj yBar) {
        products.multTransA(x, yBar, weightBar);
        Arrays.fill(biasBar, 0);
        double[] data = yBar.data;
        for (int i = 0, at = 0; i < yBar.numRows; i++, at += biasBar.length) {
            for (int j = 0; j < biasBar.length; j++) {
                biasBar[j] += data[at + j];
            }
        }
    }

    /** The derivatives with respect to what was given to {@link #forward}. */
    DMatrixRMaj backwardToInputs(DMatrixRMaj yBar) {
        products.multTransB(yBar, weight, xBar);
        return xBar;
    }

    /** Takes a step down the gradient. */
    void descend(double rate) {
        descend(rate, weight.data, weightBar.data);
        descend(rate, bias, biasBar);
    }

    private static void descend(double rate, double[] w, double[] g) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * g[i];
        }
    }
}
