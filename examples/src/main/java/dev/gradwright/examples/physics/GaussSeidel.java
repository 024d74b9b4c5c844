package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import dev.gradwright.Shape;

/** Sweeps of Gauss and Seidel on a Poisson equation in one dimension, in place. */
public final class GaussSeidel {

    private GaussSeidel() {}

    @Differentiable
    @Shape("points")
    public static double[] solve(@Shape("points") double[] source, int sweeps) {
        int n = source.length;
        double[] u = new double[n];
        for (int sweep = 0; sweep < sweeps; sweep++) {
            for (int i = 0; i < n; i++) {
                double left = i > 0 ? u[i - 1] : 0;
                double right = i + 1 < n ? u[i + 1] : 0;
                u[i] = 0.5 * (left + right + source[i]);
            }
        }
        return u;
    }

    @Sample("sweeps")
    static int sweeps() {
        return 9;
    }
}
