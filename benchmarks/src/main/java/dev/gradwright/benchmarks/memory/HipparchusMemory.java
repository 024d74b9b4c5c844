package dev.gradwright.benchmarks.memory;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** With Hipparchus. */
final class HipparchusMemory implements Objective {

    private final MemoryInput at;
    private final int bits;
    private final double[] inputs;
    private final Gradient[][] layers;
    private final Gradient[][] ends;
    private Gradient result;

    HipparchusMemory(MemoryInput at) {
        this.at = at;
        bits = at.bits();
        inputs = Flat.of(at.layers(), at.ends());
        layers = variables(0, at.layers());
        ends = variables(at.layers().length * 4 * bits, at.ends());
    }

    private Gradient[][] variables(int first, double[][] values) {
        Gradient[][] variables = new Gradient[values.length][values[0].length];
        int next = first;
        for (Gradient[] row : variables) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Gradient.variable(inputs.length, next, inputs[next]);
                next++;
            }
        }
        return variables;
    }

    @Override
    public double valueAndGradient() {
        Gradient[][] now = new Gradient[at.state().length][];
        for (int row = 0; row < now.length; row++) {
            now[row] = Arrays.stream(at.state()[row]).mapToObj(this::constant).toArray(Gradient[]::new);
        }
        int steps = at.sequence().length - 1;
        Gradient total = constant(0);
        for (int t = 0; t < steps; t++) {
            total = total.add(step(t, now));
        }
        result = total.multiply(-1.0 / (steps * bits));
        return result.getValue();
    }

    private Gradient constant(double value) {
        return Gradient.constant(inputs.length, value);
    }

    private Gradient step(int t, Gradient[][] now) {
        Gradient[] predicted = new Gradient[bits];
        for (int i = 0; i < bits; i++) {
            predicted[i] = ends[0][i].multiply(at.sequence()[t][i]);
        }
        for (int row = 0; row < now.length; row += 2) {
            layer(layers[row], layers[row + 1], now[row], now[row + 1], predicted);
        }
        Gradient sum = constant(2);
        for (int i = 0; i < bits; i++) {
            predicted[i] = predicted[i].multiply(ends[1][i]).add(ends[2][i]);
            sum = sum.add(predicted[i].exp());
        }
        Gradient scale = sum.log();
        Gradient share = constant(0);
        for (int i = 0; i < bits; i++) {
            share = share.add(predicted[i].subtract(scale).multiply(at.sequence()[t + 1][i]));
        }
        return share;
    }

    private void layer(Gradient[] weight, Gradient[] bias, Gradient[] output, Gradient[] cell, Gradient[] input) {
        for (int i = 0; i < bits; i++) {
            Gradient forget = sigmoid(input[i].multiply(weight[i]).add(bias[i]));
            Gradient in = sigmoid(output[i].multiply(weight[bits + i]).add(bias[bits + i]));
            Gradient out = sigmoid(input[i].multiply(weight[2 * bits + i]).add(bias[2 * bits + i]));
            Gradient change = output[i]
                    .multiply(weight[3 * bits + i])
                    .add(bias[3 * bits + i])
                    .tanh();
            cell[i] = cell[i].multiply(forget).add(in.multiply(change));
            output[i] = out.multiply(cell[i].tanh());
            input[i] = output[i];
        }
    }

    private static Gradient sigmoid(Gradient x) {
        return x.negate().exp().add(1).reciprocal();
    }

    @Override
    public double[] gradient() {
        return result.getGradient();
    }
}
