package dev.gradwright.benchmarks.memory;

import java.util.Arrays;

/** One layer: its gates at all steps, and the adjoints of what it carries from step to step. */
final class LayerByHand {

    private final double[] weight;
    private final double[] bias;
    private final double[] weightBar;
    private final double[] biasBar;
    private final int units;
    /** Forget, in, out, change and the hyperbolic tangent of the cell, one after the other; a row for each step. */
    private final double[][] gates;
    /** Row {@code t} is what step {@code t} begins with. */
    private final double[][] outputs;

    private final double[][] cells;
    private final double[] outputBar;
    private final double[] cellBar;

    LayerByHand(double[] weight, double[] bias, int steps, int units) {
        this.weight = weight;
        this.bias = bias;
        this.units = units;
        weightBar = new double[weight.length];
        biasBar = new double[bias.length];
        gates = new double[steps][5 * units];
        outputs = new double[steps + 1][units];
        cells = new double[steps + 1][units];
        outputBar = new double[units];
        cellBar = new double[units];
    }

    void begin(double[] output, double[] cell) {
        System.arraycopy(output, 0, outputs[0], 0, units);
        System.arraycopy(cell, 0, cells[0], 0, units);
        Arrays.fill(weightBar, 0);
        Arrays.fill(biasBar, 0);
        Arrays.fill(outputBar, 0);
        Arrays.fill(cellBar, 0);
    }

    double[] output(int t) {
        return outputs[t + 1];
    }

    double[] weightBar() {
        return weightBar;
    }

    double[] biasBar() {
        return biasBar;
    }

    double[] forward(int t, double[] input) {
        double[] before = outputs[t];
        double[] after = outputs[t + 1];
        double[] cell = cells[t];
        double[] cellAfter = cells[t + 1];
        double[] gate = gates[t];
        for (int i = 0; i < units; i++) {
            double forget = sigmoid(input[i] * weight[i] + bias[i]);
            double in = sigmoid(before[i] * weight[units + i] + bias[units + i]);
            double out = sigmoid(input[i] * weight[2 * units + i] + bias[2 * units + i]);
            double change = Math.tanh(before[i] * weight[3 * units + i] + bias[3 * units + i]);
            double c = cell[i] * forget + in * change;
            double tanh = Math.tanh(c);
            cellAfter[i] = c;
            after[i] = out * tanh;
            gate[i] = forget;
            gate[units + i] = in;
            gate[2 * units + i] = out;
            gate[3 * units + i] = change;
            gate[4 * units + i] = tanh;
        }
        return after;
    }

    /** Goes back through a step, given the adjoint of its output that comes from above; finds the one of its input. */
    void backward(int t, double[] input, double[] fromAbove, double[] inputBar) {
        double[] before = outputs[t];
        double[] cell = cells[t];
        double[] gate = gates[t];
        for (int i = 0; i < units; i++) {
            double forget = gate[i];
            double in = gate[units + i];
            double out = gate[2 * units + i];
            double change = gate[3 * units + i];
            double tanh = gate[4 * units + i];
            double bar = outputBar[i] + fromAbove[i];
            double c = cellBar[i] + bar * out * (1 - tanh * tanh);
            double forgetBar = c * cell[i] * forget * (1 - forget);
            double inBar = c * change * in * (1 - in);
            double outBar = bar * tanh * out * (1 - out);
            double changeBar = c * in * (1 - change * change);
            cellBar[i] = c * forget;
            weightBar[i] += forgetBar * input[i];
            biasBar[i] += forgetBar;
            weightBar[units + i] += inBar * before[i];
            biasBar[units + i] += inBar;
            weightBar[2 * units + i] += outBar * input[i];
            biasBar[2 * units + i] += outBar;
            weightBar[3 * units + i] += changeBar * before[i];
            biasBar[3 * units + i] += changeBar;
            inputBar[i] = forgetBar * weight[i] + outBar * weight[2 * units + i];
            outputBar[i] = inBar * weight[units + i] + changeBar * weight[3 * units + i];
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
