package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;

/** A square root by Newton's iteration, until it stands. */
public final class NewtonSquareRoot {

    private NewtonSquareRoot() {}

    @Differentiable
    public static double root(double logSquare) {
        double square = Math.exp(logSquare);
        double x = 1 + square / 4;
        for (int i = 0; i < 60; i++) {
            double next = 0.5 * (x + square / x);
            boolean stands = Math.abs(next - x) < 1e-12 * x;
            x = next;
            if (stands) {
                break;
            }
        }
        return x;
    }
}
