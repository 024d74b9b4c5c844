package dev.gradwright.benchmarks.rosenbrock;

import dev.gradwright.benchmarks.gradient.Objective;

/** With the generated gradient. */
final class GeneratedRosenbrock implements Objective {

    private final RosenbrockGradient gradient = RosenbrockGradient.create();
    private final double[] x;

    GeneratedRosenbrock(double[] x) {
        this.x = x;
    }

    @Override
    public double valueAndGradient() {
        return gradient.valueValueAndGradient(x);
    }

    @Override
    public double[] gradient() {
        return gradient.valueX();
    }
}
