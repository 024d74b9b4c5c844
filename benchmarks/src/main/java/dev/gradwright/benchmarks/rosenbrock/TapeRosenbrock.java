package dev.gradwright.benchmarks.rosenbrock;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.benchmarks.tape.WengertTape;

/** On a tape. */
final class TapeRosenbrock implements Objective {

    private final WengertTape tape = new WengertTape();
    private final double[] x;
    private final double[] gradient;

    TapeRosenbrock(double[] x) {
        this.x = x;
        this.gradient = new double[x.length];
    }

    @Override
    public double valueAndGradient() {
        tape.clear();
        int first = tape.variables(x);
        int sum = tape.variable(0);
        for (int i = first; i < first + x.length - 1; i++) {
            int a = tape.subtract(i + 1, tape.square(i));
            int b = tape.subtractFrom(1, i);
            sum = tape.add(sum, tape.add(tape.scale(tape.square(a), 100), tape.square(b)));
        }
        tape.reverse(sum);
        tape.adjoints(first, gradient);
        return tape.value(sum);
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
