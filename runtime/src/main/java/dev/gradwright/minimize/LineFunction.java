package dev.gradwright.minimize;

/** An objective along a line: a function of the step from where the search begins. */
public interface LineFunction {

    /** The value at a step; not finite where the objective is not defined. */
    double value(double step);

    /** The derivative at the step of the last call of {@link #value}. */
    double slope();
}
