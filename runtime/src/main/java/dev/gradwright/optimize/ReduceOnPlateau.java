package dev.gradwright.optimize;

import java.util.Objects;

/**
 * A value that is multiplied by a factor when a metric, which is to be small, has not got better for a while. The one schedule with a state:
 * it is told the metric by {@link #observe}, and its value is the same for every step until then. {@link #state} and {@link #restore} take it
 * along when training is resumed.
 *
 * <p>A metric is better if it is below the best so far times {@code 1 - threshold}; NaN is not. As in PyTorch, in mode "min" with a relative
 * threshold.
 */
public final class ReduceOnPlateau implements Schedule {

    private final double factor;
    private final int patience;
    private final double threshold;
    private final int cooldown;
    private final double least;
    private final double initial;
    private State state;

    /**
     * Where the schedule is.
     *
     * @param value the value at the moment
     * @param best the best metric so far
     * @param bad how many observations in a row were not better
     * @param cooling for how many observations bad ones will still not count
     */
    public record State(double value, double best, int bad, int cooling) {}

    private ReduceOnPlateau(double factor, int patience, double threshold, int cooldown, double least, State state) {
        this.factor = Hyperparameter.Range.BETWEEN_ZERO_AND_ONE.require("factor on a plateau", factor);
        this.threshold = Hyperparameter.Range.BELOW_ONE.require("threshold of a plateau", threshold);
        this.least = Hyperparameter.Range.NOT_NEGATIVE.require("least value on a plateau", least);
        if (patience < 0 || cooldown < 0) {
            throw new IllegalArgumentException("the patience on a plateau is " + patience + " and the cooldown "
                    + cooldown + "; use numbers of 0 or more");
        }
        this.patience = patience;
        this.cooldown = cooldown;
        this.initial = state.value;
        this.state = state;
    }

    /**
     * With factor 0.1, patience 10, threshold 1e-4, no cooldown, and no least value.
     *
     * @throws IllegalArgumentException if the initial value is not positive
     */
    public static ReduceOnPlateau from(double initial) {
        Hyperparameter.Range.POSITIVE.require("initial value on a plateau", initial);
        return new ReduceOnPlateau(0.1, 10, 1e-4, 0, 0, new State(initial, Double.POSITIVE_INFINITY, 0, 0));
    }

    /**
     * A new one that multiplies by another factor, but never goes below a least value.
     *
     * @throws IllegalArgumentException if the factor is not between 0 and 1, or the least value negative
     */
    public ReduceOnPlateau factor(double factor, double least) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, least, state);
    }

    /**
     * A new one that is more or less patient.
     *
     * @param patience how many observations in a row may be no better before the value is reduced
     * @param cooldown for how many observations after that bad ones do not count
     * @throws IllegalArgumentException if one is negative
     */
    public ReduceOnPlateau patience(int patience, int cooldown) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, least, state);
    }

    /**
     * A new one that asks for another improvement.
     *
     * @throws IllegalArgumentException if the threshold is not in [0, 1)
     */
    public ReduceOnPlateau threshold(double threshold) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, least, state);
    }

    /** Takes in a metric, usually the validation loss after an epoch. */
    public void observe(double metric) {
        boolean better = metric < state.best * (1 - Math.copySign(threshold, state.best));
        double best = better ? metric : state.best;
        int bad = better || state.cooling > 0 ? 0 : state.bad + 1;
        int cooling = Math.max(0, state.cooling - 1);
        if (bad > patience) {
            state = new State(Math.max(least, state.value * factor), best, 0, cooldown);
        } else {
            state = new State(state.value, best, bad, cooling);
        }
    }

    @Override
    public double at(long step) {
        return state.value;
    }

    /** Where the schedule is. */
    public State state() {
        return state;
    }

    /** Goes back to where a schedule was. */
    public void restore(State state) {
        this.state = Objects.requireNonNull(state, "the state of a plateau is null");
    }

    /** What the settings are, wherever the schedule is. */
    @Override
    public String toString() {
        return initial + " times " + factor + " after " + patience + " observations without improvement by "
                + threshold;
    }
}
