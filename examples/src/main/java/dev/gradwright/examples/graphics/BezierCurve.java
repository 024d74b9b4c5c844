package dev.gradwright.examples.graphics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A point on a Bezier curve by de Casteljau's algorithm, in place. */
public final class BezierCurve {

    private BezierCurve() {}

    @Differentiable
    @Shape("2")
    public static double[] point(@Shape("controls, 2") double[][] controls, double where) {
        double t = 1 / (1 + Math.exp(-where));
        double[][] p = new double[controls.length][];
        for (int i = 0; i < p.length; i++) {
            p[i] = controls[i].clone();
        }
        for (int n = p.length - 1; n > 0; n--) {
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < 2; k++) {
                    p[i][k] = (1 - t) * p[i][k] + t * p[i + 1][k];
                }
            }
        }
        return p[0];
    }
}
