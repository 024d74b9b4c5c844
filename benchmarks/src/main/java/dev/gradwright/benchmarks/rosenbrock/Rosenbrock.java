package dev.gradwright.benchmarks.rosenbrock;

import dev.gradwright.Differentiable;

/** The function, as a user writes it. */
public final class Rosenbrock {

    private Rosenbrock() {}

    /** The sum of 100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2. */
    @Differentiable
    public static double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }
}
