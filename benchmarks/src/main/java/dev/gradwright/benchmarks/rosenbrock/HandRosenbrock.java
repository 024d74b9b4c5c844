package dev.gradwright.benchmarks.rosenbrock;

import dev.gradwright.benchmarks.gradient.Objective;

/** By hand: value and gradient in one loop, with what a turn adds to the next entry carried over in a local. */
final class HandRosenbrock implements Objective {

    private final double[] x;
    private final double[] gradient;

    HandRosenbrock(double[] x) {
        this.x = x;
        this.gradient = new double[x.length];
    }

    @Override
    public double valueAndGradient() {
        double[] x = this.x;
        double[] g = gradient;
        int last = x.length - 1;
        double sum = 0;
        double carried = 0;
        for (int i = 0; i < last; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
            g[i] = carried - 400 * a * x[i] - 2 * b;
            carried = 200 * a;
        }
        g[last] = carried;
        return sum;
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
