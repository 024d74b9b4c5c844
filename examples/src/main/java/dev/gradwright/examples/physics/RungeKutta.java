package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import java.util.function.DoubleBinaryOperator;

/** The classical method of Runge and Kutta, which takes the right-hand side as a function. */
public final class RungeKutta {

    private RungeKutta() {}

    /** Logistic growth with a harvest, after one unit of time. */
    @Differentiable
    public static double population(double start, double rate, double harvest) {
        return integrated((t, y) -> rate * y * (1 - y) - 0.1 * harvest * Math.sin(t), start, 10);
    }

    private static double integrated(DoubleBinaryOperator slope, double start, int steps) {
        double h = 1.0 / steps;
        double y = start;
        for (int i = 0; i < steps; i++) {
            double t = i * h;
            double k1 = slope.applyAsDouble(t, y);
            double k2 = slope.applyAsDouble(t + h / 2, y + h / 2 * k1);
            double k3 = slope.applyAsDouble(t + h / 2, y + h / 2 * k2);
            double k4 = slope.applyAsDouble(t + h, y + h * k3);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return y;
    }
}
