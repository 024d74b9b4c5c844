package dev.gradwright.optimize;

/**
 * A hyperparameter as a function of the step: a constant, a formula, or any lambda. It must be pure, that is, give the same number
 * whenever it is asked about the same step, so that training can be resumed or repeated at any step.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * The value to use.
     *
     * @param step how many steps have been taken before: 0 for the first step
     */
    double at(long step);

    /** The same value at every step. */
    static Schedule constant(double value) {
        return new ConstantSchedule(value);
    }

    /**
     * Step decay: {@code initial * factor^floor(step / stepSize)}, a staircase with stairs of equal length.
     *
     * @param initial the value of the first {@code stepSize} steps
     * @param stepSize how many steps a value is kept, at least 1
     * @param factor what the value is multiplied by at the end of each stair, more than 0 and at most 1
     * @throws IllegalArgumentException if the initial value is not finite, or the step size or factor out of range
     */
    static Schedule stepDecay(double initial, long stepSize, double factor) {
        return new StepDecay(initial, stepSize, factor);
    }
}
