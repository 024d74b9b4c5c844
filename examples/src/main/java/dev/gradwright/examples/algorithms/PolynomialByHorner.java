package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A polynomial and its first derivative by Horner's scheme. */
public final class PolynomialByHorner {

    private PolynomialByHorner() {}

    @Differentiable
    @Shape("2")
    public static double[] valueAndSlope(@Shape("coefficients") double[] c, double x) {
        double value = 0;
        double slope = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            slope = slope * x + value;
            value = value * x + c[i];
        }
        return new double[] {value, slope};
    }
}
