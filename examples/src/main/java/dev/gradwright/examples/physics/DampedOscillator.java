package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;

/** A thousand steps of a damped oscillator. */
public final class DampedOscillator {

    private DampedOscillator() {}

    /** The energy that is left. */
    @Differentiable
    public static double energy(double position, double velocity, double logStiffness, double logDamping) {
        double stiffness = Math.exp(logStiffness);
        double damping = 0.1 * Math.exp(logDamping);
        double x = position;
        double v = velocity;
        double step = 0.005;
        for (int t = 0; t < 1000; t++) {
            v -= step * (stiffness * x + damping * v);
            x += step * v;
        }
        return 0.5 * (stiffness * x * x + v * v);
    }
}
