package dev.gradwright.benchmarks.oscillator;

import dev.gradwright.benchmarks.gradient.Objective;

/** By hand: both coordinates of each step are kept in an array, and the loop runs backwards over them. */
final class HandOscillator implements Objective {

    private static final int STEPS = 1000;
    private static final double STEP = 0.005;

    private final double[] at;
    private final double[] positions = new double[STEPS];
    private final double[] velocities = new double[STEPS];
    private final double[] gradient = new double[4];

    HandOscillator(double[] at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        double[] positions = this.positions;
        double[] velocities = this.velocities;
        double stiffness = Math.exp(at[2]);
        double damping = 0.1 * Math.exp(at[3]);
        double x = at[0];
        double v = at[1];
        for (int t = 0; t < STEPS; t++) {
            positions[t] = x;
            velocities[t] = v;
            v -= STEP * (stiffness * x + damping * v);
            x += STEP * v;
        }
        double stiffnessBar = 0.5 * x * x;
        double dampingBar = 0;
        double xBar = stiffness * x;
        double vBar = v;
        for (int t = STEPS - 1; t >= 0; t--) {
            vBar += STEP * xBar;
            double forceBar = -STEP * vBar;
            stiffnessBar += forceBar * positions[t];
            dampingBar += forceBar * velocities[t];
            xBar += forceBar * stiffness;
            vBar += forceBar * damping;
        }
        gradient[0] = xBar;
        gradient[1] = vBar;
        gradient[2] = stiffnessBar * stiffness;
        gradient[3] = dampingBar * damping;
        return 0.5 * (stiffness * x * x + v * v);
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
