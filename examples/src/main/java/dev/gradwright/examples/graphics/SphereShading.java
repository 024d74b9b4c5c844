package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The brightness of a ray that may hit a sphere lit from one side. */
public final class SphereShading {

    private SphereShading() {}

    @Differentiable
    public static double brightness(@Shape("3") double[] centre, double logRadius, @Shape("3") double[] light) {
        double radius = 1 + 0.5 * Math.exp(logRadius);
        double[] direction = {0.1, 0.05, 1};
        normalize(direction);
        double[] toLight = light.clone();
        normalize(toLight);
        double along = 0;
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double c = 0.2 * centre[i] + (i == 2 ? 4 : 0);
            along += direction[i] * c;
            square += c * c;
        }
        double discriminant = along * along - square + radius * radius;
        if (discriminant <= 0) {
            return 0.1;
        }
        double distance = along - Math.sqrt(discriminant);
        double cosine = 0;
        for (int i = 0; i < 3; i++) {
            double c = 0.2 * centre[i] + (i == 2 ? 4 : 0);
            cosine += (distance * direction[i] - c) / radius * toLight[i];
        }
        return 0.1 + 0.9 * Math.max(cosine, 0);
    }

    private static void normalize(double[] v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
    }
}
