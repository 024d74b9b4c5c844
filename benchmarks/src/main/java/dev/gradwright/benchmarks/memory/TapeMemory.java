package dev.gradwright.benchmarks.memory;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.benchmarks.tape.WengertTape;

/** On a tape. */
final class TapeMemory implements Objective {

    private final WengertTape tape = new WengertTape();
    private final MemoryInput at;
    private final int bits;
    private final double[] inputs;
    private final double[] gradient;
    private final int[][] now;
    private final int[] predicted;

    TapeMemory(MemoryInput at) {
        this.at = at;
        bits = at.bits();
        inputs = Flat.of(at.layers(), at.ends());
        gradient = new double[inputs.length];
        now = new int[at.state().length][bits];
        predicted = new int[bits];
    }

    @Override
    public double valueAndGradient() {
        tape.clear();
        int first = tape.variables(inputs);
        for (int row = 0; row < now.length; row++) {
            for (int i = 0; i < bits; i++) {
                now[row][i] = tape.variable(at.state()[row][i]);
            }
        }
        int steps = at.sequence().length - 1;
        int total = tape.variable(0);
        for (int t = 0; t < steps; t++) {
            total = tape.add(total, step(t, first));
        }
        int loss = tape.scale(total, -1.0 / (steps * bits));
        tape.reverse(loss);
        tape.adjoints(first, gradient);
        return tape.value(loss);
    }

    private int step(int t, int first) {
        int ends = first + at.layers().length * 4 * bits;
        for (int i = 0; i < bits; i++) {
            predicted[i] = tape.scale(ends + i, at.sequence()[t][i]);
        }
        for (int row = 0; row < now.length; row += 2) {
            layer(first + row * 4 * bits, now[row], now[row + 1]);
        }
        int sum = tape.variable(2);
        for (int i = 0; i < bits; i++) {
            predicted[i] = tape.add(tape.multiply(predicted[i], ends + bits + i), ends + 2 * bits + i);
            sum = tape.add(sum, tape.exp(predicted[i]));
        }
        int scale = tape.log(sum);
        int share = tape.variable(0);
        for (int i = 0; i < bits; i++) {
            double target = at.sequence()[t + 1][i];
            share = tape.add(share, tape.scale(tape.subtract(predicted[i], scale), target));
        }
        return share;
    }

    private void layer(int weight, int[] output, int[] cell) {
        int bias = weight + 4 * bits;
        for (int i = 0; i < bits; i++) {
            int forget = tape.sigmoid(gate(predicted[i], weight + i, bias + i));
            int in = tape.sigmoid(gate(output[i], weight + bits + i, bias + bits + i));
            int out = tape.sigmoid(gate(predicted[i], weight + 2 * bits + i, bias + 2 * bits + i));
            int change = tape.tanh(gate(output[i], weight + 3 * bits + i, bias + 3 * bits + i));
            cell[i] = tape.add(tape.multiply(cell[i], forget), tape.multiply(in, change));
            output[i] = tape.multiply(out, tape.tanh(cell[i]));
            predicted[i] = output[i];
        }
    }

    private int gate(int x, int weight, int bias) {
        return tape.add(tape.multiply(x, weight), bias);
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
