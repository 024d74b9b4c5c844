package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Direction;

/** A way to stop bad trials early. Its text says all of its settings: a study is only resumed with the same. */
public interface Pruner {

    /** Begins to prune for a study. */
    Pruning start(Direction direction);

    /** Prunes nothing. */
    static Pruner none() {
        return new NoPruner();
    }

    /** Prunes a trial whose best report so far is worse than the median of what completed trials reported after the same epoch. See {@link MedianPruner}. */
    static Pruner median() {
        return MedianPruner.withDefaults();
    }

    /**
     * Asynchronous successive halving with a factor of 4: see {@link SuccessiveHalving}.
     *
     * @param first the epoch of the first rung
     */
    static Pruner successiveHalving(int first) {
        return new SuccessiveHalving(first, 4);
    }

    /**
     * Hyperband with a factor of 3: see {@link Hyperband}.
     *
     * @param first the epoch of the first rung
     * @param last the last epoch
     */
    static Pruner hyperband(int first, int last) {
        return new Hyperband(first, last, 3);
    }
}
