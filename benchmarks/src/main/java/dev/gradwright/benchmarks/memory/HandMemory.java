package dev.gradwright.benchmarks.memory;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import java.util.Arrays;

/** By hand: activations of all steps are kept in arrays, and the steps are gone through backwards. */
final class HandMemory implements Objective {

    private final MemoryInput at;
    private final int bits;
    private final int steps;
    private final LayerByHand[] layers;
    private final double[] input;
    private final double[] inputBar;
    private final double[][] predicted;
    private final double[] predictedBar;
    private final double[] exponentials;
    private final double[][] endsBar;

    HandMemory(MemoryInput at) {
        this.at = at;
        bits = at.bits();
        steps = at.sequence().length - 1;
        layers = new LayerByHand[at.layers().length / 2];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new LayerByHand(at.layers()[2 * l], at.layers()[2 * l + 1], steps, bits);
        }
        input = new double[bits];
        inputBar = new double[bits];
        predicted = new double[steps][bits];
        predictedBar = new double[bits];
        exponentials = new double[bits];
        endsBar = new double[3][bits];
    }

    @Override
    public double valueAndGradient() {
        double total = 0;
        for (int l = 0; l < layers.length; l++) {
            layers[l].begin(at.state()[2 * l], at.state()[2 * l + 1]);
        }
        for (int t = 0; t < steps; t++) {
            total += forward(t);
        }
        for (double[] row : endsBar) {
            Arrays.fill(row, 0);
        }
        double scale = -1.0 / (steps * bits);
        for (int t = steps - 1; t >= 0; t--) {
            backward(t, scale);
        }
        return total * scale;
    }

    private double forward(int t) {
        double[][] ends = at.ends();
        for (int i = 0; i < bits; i++) {
            input[i] = at.sequence()[t][i] * ends[0][i];
        }
        double[] below = input;
        for (LayerByHand layer : layers) {
            below = layer.forward(t, below);
        }
        double[] p = predicted[t];
        double sum = 2;
        for (int i = 0; i < bits; i++) {
            p[i] = below[i] * ends[1][i] + ends[2][i];
            sum += Math.exp(p[i]);
        }
        double logarithm = Math.log(sum);
        double share = 0;
        for (int i = 0; i < bits; i++) {
            share += at.sequence()[t + 1][i] * (p[i] - logarithm);
        }
        return share;
    }

    private void backward(int t, double scale) {
        double[][] ends = at.ends();
        double[] target = at.sequence()[t + 1];
        double sum = 2;
        double ones = 0;
        for (int i = 0; i < bits; i++) {
            exponentials[i] = Math.exp(predicted[t][i]);
            sum += exponentials[i];
            ones += target[i];
        }
        double[] top = layers[layers.length - 1].output(t);
        for (int i = 0; i < bits; i++) {
            double bar = scale * (target[i] - ones * exponentials[i] / sum);
            endsBar[1][i] += bar * top[i];
            endsBar[2][i] += bar;
            predictedBar[i] = bar * ends[1][i];
        }
        double[] bar = predictedBar;
        double[] other = inputBar;
        for (int l = layers.length - 1; l >= 0; l--) {
            double[] below = l > 0 ? layers[l - 1].output(t) : firstInput(t);
            layers[l].backward(t, below, bar, other);
            double[] swapped = bar;
            bar = other;
            other = swapped;
        }
        for (int i = 0; i < bits; i++) {
            endsBar[0][i] += bar[i] * at.sequence()[t][i];
        }
    }

    private double[] firstInput(int t) {
        for (int i = 0; i < bits; i++) {
            input[i] = at.sequence()[t][i] * at.ends()[0][i];
        }
        return input;
    }

    @Override
    public double[] gradient() {
        double[][] rows = new double[2 * layers.length][];
        for (int l = 0; l < layers.length; l++) {
            rows[2 * l] = layers[l].weightBar();
            rows[2 * l + 1] = layers[l].biasBar();
        }
        return Flat.of(rows, endsBar);
    }
}
