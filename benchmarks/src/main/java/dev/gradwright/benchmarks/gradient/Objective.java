package dev.gradwright.benchmarks.gradient;

/** A function at a point that does not change, and one way to compute its gradient there. */
public interface Objective {

    /** Computes the value and the gradient. */
    double valueAndGradient();

    /** The gradient that was computed last, all arguments one after the other. */
    double[] gradient();
}
