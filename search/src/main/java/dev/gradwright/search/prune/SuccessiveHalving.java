package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Direction;

/**
 * Asynchronous successive halving (Li et al. 2020, "A System for Massively Parallel Hyperparameter Tuning"): after {@code first}, {@code first * factor},
 * {@code first * factor^2}, ... epochs a trial goes on only if it is among the best {@code 1 / factor} of those that got there, itself included; while
 * those are fewer than the factor, if it is the best.
 *
 * @param first the epoch of the first rung
 * @param factor by how much trials become fewer and epochs more from rung to rung
 */
public record SuccessiveHalving(int first, int factor) implements Pruner {

    /** Checks the settings. */
    public SuccessiveHalving {
        if (first < 1 || factor < 2) {
            throw new IllegalArgumentException(
                    "successive halving from epoch " + first + " by " + factor + "; use at least 1 and 2");
        }
    }

    @Override
    public Pruning start(Direction direction) {
        return new Rungs(direction, first, factor, Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return "successive halving from epoch " + first + " by " + factor;
    }
}
