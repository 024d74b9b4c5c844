package dev.gradwright.search.sample;

import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;

/**
 * The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio, Kégl 2011, "Algorithms for Hyper-Parameter Optimization"), each hyperparameter for
 * itself. The best tenth of the trials, at most 25, and the rest are made into a density each; of some draws from the first the one is taken
 * whose ratio of the first density to the second is largest.
 *
 * <p>Pruned trials count as worse than completed ones, diverged ones as worse still, failed ones not at all. Of more than 200 trials in the rest,
 * 200 are taken, evenly by rank, so that the cost of a suggestion does not grow with the study.
 *
 * @param startup how many trials are random before results are used
 * @param candidates how many draws the suggestion is taken from
 */
public record Tpe(int startup, int candidates) implements Sampler {

    /** Checks the settings. */
    public Tpe {
        if (startup < 2 || candidates < 1) {
            throw new IllegalArgumentException(
                    "TPE with " + startup + " random trials and " + candidates + " candidates; use at least 2 and 1");
        }
    }

    /** Ten random trials, then the best of 24 candidates. */
    public static Tpe withDefaults() {
        return new Tpe(10, 24);
    }

    @Override
    public Sampling start(Space space, Direction direction, long seed) {
        return new TpeSampling(this, direction, seed);
    }

    @Override
    public String toString() {
        return "tpe with " + startup + " random trials and " + candidates + " candidates";
    }
}
