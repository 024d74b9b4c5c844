package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A pendulum by the classical method of Runge and Kutta, whose stages share one array. */
public final class Pendulum {

    private Pendulum() {}

    /** Angle and velocity at the end. */
    @Differentiable
    @Shape("2")
    public static double[] swing(@Shape("2") double[] start, double logLength) {
        double frequency = Math.exp(-logLength);
        double[] y = start.clone();
        double[][] k = new double[4][2];
        double[] at = new double[2];
        double h = 0.1;
        for (int step = 0; step < 12; step++) {
            for (int stage = 0; stage < 4; stage++) {
                double weight = stage == 0 ? 0 : stage == 3 ? h : h / 2;
                for (int i = 0; i < 2; i++) {
                    at[i] = y[i] + (stage > 0 ? weight * k[stage - 1][i] : 0);
                }
                k[stage][0] = at[1];
                k[stage][1] = -frequency * Math.sin(at[0]);
            }
            for (int i = 0; i < 2; i++) {
                y[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
            }
        }
        return y;
    }
}
