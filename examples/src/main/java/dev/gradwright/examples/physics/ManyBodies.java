package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** Bodies that attract each other, by leapfrog; positions are changed in place. */
public final class ManyBodies {

    private ManyBodies() {}

    /** The sum of squared distances from the origin at the end. */
    @Differentiable
    public static double spread(
            @Shape("bodies, 3") double[][] positions,
            @Shape("bodies, 3") double[][] velocities,
            @Shape("bodies") double[] logMasses) {
        double step = 0.05;
        for (int t = 0; t < 10; t++) {
            for (int i = 0; i < positions.length; i++) {
                for (int j = 0; j < positions.length; j++) {
                    if (i != j) {
                        attract(positions[i], positions[j], Math.exp(logMasses[j]) * step, velocities[i]);
                    }
                }
            }
            for (int i = 0; i < positions.length; i++) {
                for (int k = 0; k < 3; k++) {
                    positions[i][k] += step * velocities[i][k];
                }
            }
        }
        double sum = 0;
        for (double[] position : positions) {
            for (double x : position) {
                sum += x * x;
            }
        }
        return sum;
    }

    private static void attract(double[] from, double[] to, double impulse, double[] velocity) {
        double square = 0.1;
        for (int k = 0; k < 3; k++) {
            square += (to[k] - from[k]) * (to[k] - from[k]);
        }
        double scale = impulse / (square * Math.sqrt(square));
        for (int k = 0; k < 3; k++) {
            velocity[k] += scale * (to[k] - from[k]);
        }
    }
}
