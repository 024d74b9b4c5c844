package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** How far a ray goes through a fog before it has lost all but a little of its light. */
public final class RayMarching {

    private RayMarching() {}

    @Differentiable
    public static double glow(@Shape("cells") double[] densities, @Shape("cells") double[] colours) {
        double light = 1;
        double seen = 0;
        for (int i = 0; i < densities.length; i++) {
            double opacity = 1 - Math.exp(-densities[i] * densities[i]);
            seen += light * opacity * colours[i];
            light *= 1 - opacity;
            if (light < 0.05) {
                return seen;
            }
        }
        return seen + 0.2 * light;
    }
}
