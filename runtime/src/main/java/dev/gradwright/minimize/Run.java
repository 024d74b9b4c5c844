package dev.gradwright.minimize;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A minimizer at work: computes the next state when it is asked for, until no lower point is found. */
abstract class Run implements Iterator<MinimizerState> {

    private final long start = System.nanoTime();
    private MinimizerState state;
    private MinimizerState upcoming;
    private int evaluations;
    private boolean ended;

    /** Begins at a state. */
    final void begin(double value, double[] point, double[] gradient, double gradientSize) {
        upcoming = new MinimizerState(evaluations, value, point, gradient, gradientSize, elapsed());
    }

    /** The state that was given last. */
    final MinimizerState state() {
        return state;
    }

    /** How often the objective has been evaluated, also after the last state. */
    final int evaluations() {
        return evaluations;
    }

    final void countEvaluations(int more) {
        evaluations += more;
    }

    /** The state after this one; null if neither the value nor, where that is the same, the gradient is smaller, so that every run ends. */
    final MinimizerState next(double value, double[] point, double[] gradient, double gradientSize) {
        boolean lower = value < state.value() || value == state.value() && gradientSize < state.gradientSize();
        return !lower ? null : state.next(evaluations, value, point, gradient, gradientSize, elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public final boolean hasNext() {
        if (upcoming == null && !ended) {
            upcoming = along();
            if (upcoming == null && forget()) {
                upcoming = along();
            }
            ended = upcoming == null;
        }
        return upcoming != null;
    }

    @Override
    public final MinimizerState next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no lower point was found");
        }
        state = upcoming;
        upcoming = null;
        return state;
    }

    /** The state after a step, or null if there is no lower point along the method's direction. */
    abstract MinimizerState along();

    /** Forgets what was learnt, to try straight down; false if nothing was. */
    abstract boolean forget();

    /** The value at a start that must be finite, with its gradient. */
    final double evaluateStart(Objective objective, double[] point, double[] gradient) {
        double value = objective.valueAndGradient(point, gradient);
        countEvaluations(1);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the objective is " + value + " at the start; begin where it is finite");
        }
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                throw new IllegalArgumentException("the gradient is " + gradient[i] + " at index " + i
                        + " at the start; begin where it is finite");
            }
        }
        return value;
    }
}
