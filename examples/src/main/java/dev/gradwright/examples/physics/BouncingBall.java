package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;

/** A ball that loses speed at each bounce. */
public final class BouncingBall {

    private BouncingBall() {}

    /** The height at the end. */
    @Differentiable
    public static double height(double start, double speed, double elasticity) {
        double restitution = 1 / (1 + Math.exp(-elasticity));
        double y = 1 + start * start;
        double v = speed;
        for (int t = 0; t < 200; t++) {
            v -= 0.0981;
            y += 0.01 * v;
            if (y < 0 && v < 0) {
                y = -restitution * y;
                v = -restitution * v;
            }
        }
        return y;
    }
}
