package dev.gradwright.optimize;

import java.util.List;

/**
 * A hyperparameter as a function of the step: a constant, a formula, or any lambda. It must be pure, that is, give the same number
 * whenever it is asked about the same step, so that training can be resumed or repeated at any step. (One has a state, as its name says:
 * {@link ReduceOnPlateau}.)
 *
 * <p>The formulas count in steps of the optimizer; {@link #inEpochs} makes them count in epochs. {@link ScheduleCurve} draws them.
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

    /**
     * A staircase with stairs that begin at given steps: {@code initial * factor^(milestones reached)}.
     *
     * @param factor what the value is multiplied by at each milestone, more than 0 and at most 1
     * @param milestones increasing steps
     * @throws IllegalArgumentException if the initial value is not finite, the factor out of range, or the milestones not increasing
     */
    static Schedule multiStep(double initial, double factor, long... milestones) {
        return new MultiStepDecay(initial, factor, milestones.clone());
    }

    /**
     * Exponential decay by a rate: {@code initial * e^(-rate * step)}.
     *
     * @throws IllegalArgumentException if the initial value is not finite or the rate negative
     */
    static Schedule exponential(double initial, double rate) {
        return new ExponentialDecay(
                initial, Hyperparameter.Range.NOT_NEGATIVE.require("rate of an exponential decay", rate));
    }

    /**
     * Exponential decay by a factor for each step: {@code initial * factor^step}. With {@code 0.9} for every thousand steps in a
     * staircase, use {@link #stepDecay}.
     *
     * @throws IllegalArgumentException if the initial value is not finite, or the factor not more than 0 and at most 1
     */
    static Schedule geometric(double initial, double factor) {
        return new StepDecay(initial, 1, factor);
    }

    /**
     * Decay by the inverse of time: {@code initial / (1 + rate * step)}.
     *
     * @throws IllegalArgumentException if the initial value is not finite or the rate negative
     */
    static Schedule inverseTime(double initial, double rate) {
        return new InverseTimeDecay(
                initial, Hyperparameter.Range.NOT_NEGATIVE.require("rate of an inverse-time decay", rate));
    }

    /**
     * From one value to another by a power: {@code last + (initial - last) * (1 - step / steps)^power}, and {@code last} after {@code steps}
     * steps.
     *
     * @throws IllegalArgumentException if a value is not finite, or steps or power not positive
     */
    static Schedule polynomial(double initial, double last, long steps, double power) {
        return new PolynomialDecay(initial, last, steps, power);
    }

    /** From one value to another in a straight line, in {@code steps} steps; then the last. */
    static Schedule linear(double initial, double last, long steps) {
        return new PolynomialDecay(initial, last, steps, 1);
    }

    /**
     * From one value to another along half a wave of the cosine, in {@code steps} steps; then the last.
     *
     * <p>I. Loshchilov and F. Hutter, SGDR: stochastic gradient descent with warm restarts, ICLR 2017.
     *
     * @throws IllegalArgumentException if a value is not finite, or the steps are not positive
     */
    static Schedule cosine(double initial, double last, long steps) {
        return new CosineDecay(initial, last, steps, false);
    }

    /** The same, but after the last value it goes up again, and so on, as PyTorch's CosineAnnealingLR does. */
    static Schedule cosineWave(double initial, double last, long steps) {
        return new CosineDecay(initial, last, steps, true);
    }

    /**
     * Cosine decay that starts again at the initial value, after {@code steps} steps at first, and after {@code factor} times as many each
     * time.
     *
     * @throws IllegalArgumentException if a value is not finite, the steps are not positive, or the factor is less than 1
     */
    static Schedule cosineWithRestarts(double initial, double last, long steps, int factor) {
        return new CosineRestarts(initial, last, steps, factor);
    }

    /**
     * One schedule after the other, each of them counting from 0.
     *
     * @param first the first
     * @param steps for how many steps
     * @param then what follows
     * @throws IllegalArgumentException if the steps are negative
     */
    static Schedule sequence(Schedule first, long steps, Schedule then) {
        return new SequentialSchedule(first, steps, then);
    }

    /**
     * A straight line from a small value up, and then any schedule, which counts from 0 after it.
     *
     * @param steps how many steps the warm-up takes: step {@code k} of it has the fraction {@code (k + 1) / (steps + 1)} of the first value
     *     of what follows, so that no step is lost on zero
     */
    static Schedule warmUp(long steps, Schedule then) {
        if (steps < 0) {
            throw new IllegalArgumentException("a warm-up of " + steps + " steps makes no sense; use 0 or more");
        }
        double value = then.at(0);
        return sequence(linear(value / (steps + 1), value, Math.max(1, steps)), steps, then);
    }

    /** The product of schedules: one that starts at 0.1, and others that are factors. */
    static Schedule product(Schedule... factors) {
        return new ProductSchedule(List.of(factors));
    }

    /** A function of the step, with words for {@code toString}. */
    static Schedule described(String description, Schedule function) {
        return new DescribedSchedule(description, function);
    }

    /**
     * This schedule with epochs for its unit: all steps of an epoch have one value.
     *
     * @param stepsPerEpoch how many steps an epoch has, at least 1
     * @throws IllegalArgumentException if that is less than 1
     */
    default Schedule inEpochs(long stepsPerEpoch) {
        return new EpochSchedule(this, stepsPerEpoch);
    }

    /** What a schedule says it is; a lambda has no text of its own that would help anybody. */
    static String describe(Schedule schedule) {
        return schedule.getClass().isHidden() ? "by a function of the step" : schedule.toString();
    }
}
