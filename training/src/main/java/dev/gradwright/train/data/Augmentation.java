package dev.gradwright.train.data;

import java.util.random.RandomGenerator;

/**
 * Changes an example of a batch at random before it is learned from: mirrors it, shifts it, adds noise. The random numbers depend on the seed, the
 * epoch and the example alone, so they are the same with any number of threads, and after a resumption.
 *
 * @param <B> a batch
 */
@FunctionalInterface
public interface Augmentation<B> {

    /**
     * Changes a row of a batch, in place; batches hold copies. Several threads may call it at the same time with batches of their own.
     *
     * @param row the number of the example in the batch, from 0
     * @param random to draw from
     */
    void apply(B batch, int row, RandomGenerator random);
}
