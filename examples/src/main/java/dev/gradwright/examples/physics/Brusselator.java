package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The Brusselator, an oscillating reaction, on a line of cells in steps of Euler's. */
public final class Brusselator {

    private Brusselator() {}

    @Differentiable
    public static double mean(@Shape("cells") double[] u0, @Shape("cells") double[] v0, double a, double b) {
        double[] u = u0.clone();
        double[] v = v0.clone();
        int n = u.length;
        for (int t = 0; t < 20; t++) {
            for (int i = 0; i < n; i++) {
                double reaction = u[i] * u[i] * v[i];
                double diffusion = 0.1 * (u[(i + 1) % n] - 2 * u[i] + u[(i + n - 1) % n]);
                double change = a + reaction - (b + 1) * u[i] + diffusion;
                v[i] += 0.02 * (b * u[i] - reaction);
                u[i] += 0.02 * change;
            }
        }
        double sum = 0;
        for (double x : u) {
            sum += x;
        }
        return sum / n;
    }
}
