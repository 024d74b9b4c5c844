package dev.gradwright.search.sample;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import java.util.List;

/** A way to choose hyperparameters. Its text says all of its settings: a study is only resumed with the same. */
public interface Sampler {

    /**
     * Begins to sample for a study.
     *
     * @param space the hyperparameters that are known from the start; others may be asked for later
     * @param direction which results are better
     * @param seed of the study
     * @throws IllegalArgumentException if this sampler cannot do such a space
     */
    Sampling start(Space space, Direction direction, long seed);

    /** Draws each hyperparameter at random, even on its scale. Hard to beat by anything simple (Bergstra and Bengio 2012), and needs no results. */
    static Sampler random() {
        return new RandomSampler();
    }

    /**
     * All points of a grid in random order: {@code points} values of each real hyperparameter, evenly from end to end on its scale, at most as many of
     * each integer one, and all choices. To be compared with; where few hyperparameters matter a grid tries the same values of these again and again.
     *
     * @param points at least 2
     */
    static Sampler grid(int points) {
        return new GridSampler(points);
    }

    /** Points of the Sobol sequence, shifted at random: more even than chance. Only for hyperparameters that are known from the start. */
    static Sampler sobol() {
        return new SobolSampler();
    }

    /** The tree-structured Parzen estimator: draws where good trials are dense and bad ones are not. See {@link Tpe}. */
    static Sampler tpe() {
        return Tpe.withDefaults();
    }

    /** Given points, one after the other. */
    static Sampler fixed(List<Assignment> points) {
        return new FixedSampler(points);
    }
}
