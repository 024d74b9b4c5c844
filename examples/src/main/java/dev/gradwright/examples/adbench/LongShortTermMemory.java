package dev.gradwright.examples.adbench;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import dev.gradwright.Shape;

/**
 * The loss of a network of layers with a memory that predicts a sequence of bits, one step after the other. Its gates are diagonal:
 * each unit sees its own input and its own output only.
 */
public final class LongShortTermMemory {

    private LongShortTermMemory() {}

    /**
     * The mean negative log likelihood per bit.
     *
     * @param layers for each layer a row of weights, then one of biases, for the gates forget, in, out and change
     * @param ends rows: weights of the input, weights and biases of the output
     * @param state for each layer a row of outputs, then one of cells, at the beginning
     * @param sequence a row for each step
     */
    @Differentiable
    public static double loss(
            @Shape("rows, gates") double[][] layers,
            @Shape("3, bits") double[][] ends,
            @Constant @Shape("rows, bits") double[][] state,
            @Constant @Shape("steps, bits") double[][] sequence) {
        int bits = ends[0].length;
        double[][] now = new double[state.length][bits];
        for (int i = 0; i < state.length; i++) {
            System.arraycopy(state[i], 0, now[i], 0, bits);
        }
        double total = 0;
        double[] predicted = new double[bits];
        for (int t = 0; t + 1 < sequence.length; t++) {
            predict(layers, ends, now, sequence[t], predicted);
            double sum = 2;
            for (double p : predicted) {
                sum += Math.exp(p);
            }
            double scale = Math.log(sum);
            for (int i = 0; i < bits; i++) {
                total += sequence[t + 1][i] * (predicted[i] - scale);
            }
        }
        return -total / ((sequence.length - 1) * bits);
    }

    private static void predict(
            double[][] layers, double[][] ends, double[][] now, double[] input, double[] predicted) {
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = input[i] * ends[0][i];
        }
        for (int layer = 0; layer < layers.length; layer += 2) {
            step(layers[layer], layers[layer + 1], now[layer], now[layer + 1], predicted);
            System.arraycopy(now[layer], 0, predicted, 0, predicted.length);
        }
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = predicted[i] * ends[1][i] + ends[2][i];
        }
    }

    private static void step(double[] weight, double[] bias, double[] output, double[] cell, double[] input) {
        int units = output.length;
        for (int i = 0; i < units; i++) {
            double forget = sigmoid(input[i] * weight[i] + bias[i]);
            double in = sigmoid(output[i] * weight[units + i] + bias[units + i]);
            double out = sigmoid(input[i] * weight[2 * units + i] + bias[2 * units + i]);
            double change = Math.tanh(output[i] * weight[3 * units + i] + bias[3 * units + i]);
            cell[i] = cell[i] * forget + in * change;
            output[i] = out * Math.tanh(cell[i]);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Sample("layers")
    static double[][] layers(int bits) {
        double[][] layers = new double[4][4 * bits];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4 * bits; j++) {
                layers[i][j] = Math.sin(i + 3 * j);
            }
        }
        return layers;
    }

    @Sample("state")
    static double[][] state(int bits) {
        double[][] state = new double[4][bits];
        state[1][0] = 0.5;
        return state;
    }
}
