package dev.gradwright.benchmarks.oscillator;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.benchmarks.tape.WengertTape;

/** On a tape. */
final class TapeOscillator implements Objective {

    private final WengertTape tape = new WengertTape();
    private final double[] at;
    private final double[] gradient = new double[4];

    TapeOscillator(double[] at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        tape.clear();
        int first = tape.variables(at);
        int stiffness = tape.exp(first + 2);
        int damping = tape.scale(tape.exp(first + 3), 0.1);
        int x = first;
        int v = first + 1;
        for (int t = 0; t < 1000; t++) {
            int force = tape.add(tape.multiply(stiffness, x), tape.multiply(damping, v));
            v = tape.subtract(v, tape.scale(force, 0.005));
            x = tape.add(x, tape.scale(v, 0.005));
        }
        int energy = tape.scale(tape.add(tape.multiply(stiffness, tape.square(x)), tape.square(v)), 0.5);
        tape.reverse(energy);
        tape.adjoints(first, gradient);
        return tape.value(energy);
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
