package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** Where the Lorenz system goes from a start, in short steps of the midpoint method. */
public final class LorenzSystem {

    private LorenzSystem() {}

    @Differentiable
    @Shape("3")
    public static double[] trajectory(@Shape("3") double[] start, double sigma, double rho, double beta) {
        double x = start[0];
        double y = start[1];
        double z = start[2];
        double h = 0.01;
        for (int t = 0; t < 50; t++) {
            double mx = x + h / 2 * (10 + sigma) * (y - x);
            double my = y + h / 2 * (x * (28 + rho - z) - y);
            double mz = z + h / 2 * (x * y - (8.0 / 3 + beta) * z);
            x += h * (10 + sigma) * (my - mx);
            y += h * (mx * (28 + rho - mz) - my);
            z += h * (mx * my - (8.0 / 3 + beta) * mz);
        }
        return new double[] {x, y, z};
    }
}
