package dev.gradwright.train.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Examples, numbered from 0, that are copied into batches. {@link Examples} has them in arrays or matrices; others may read them from wherever they
 * are. Several threads may copy at the same time.
 *
 * @param <B> a batch
 */
public interface DataSet<B> {

    /** How many examples there are. */
    int size();

    /** Makes a batch with room for exactly so many examples. */
    B newBatch(int examples);

    /**
     * Fills a batch.
     *
     * @param indices numbers of examples
     * @param from where in the indices the batch begins
     * @param count how many examples the batch has room for
     * @param batch what {@link #newBatch} has made for this count
     */
    void copy(int[] indices, int from, int count, B batch);

    /** Some of the examples, in the given order. */
    DataSet<B> select(int... indices);

    /** A number that differs for other examples or another order of them, all but certainly; empty where that cannot be told. */
    default OptionalLong checksum() {
        return OptionalLong.empty();
    }

    /** The same examples with their targets exchanged at random, as a control; empty where that cannot be done. */
    default Optional<DataSet<B>> withShuffledTargets(long seed) {
        return Optional.empty();
    }

    /** The same examples with zeros for inputs, as a control; empty where that cannot be done. */
    default Optional<DataSet<B>> withoutInputs() {
        return Optional.empty();
    }

    /**
     * Two parts, chosen at random. The same seed gives the same parts.
     *
     * @param validationFraction how much of it is for validation; at least one example goes to each part
     * @throws IllegalArgumentException if the fraction is not between 0 and 1, or there are fewer than two examples
     */
    default Split<B> split(double validationFraction, long seed) {
        if (!(validationFraction > 0 && validationFraction < 1)) {
            throw new IllegalArgumentException("the fraction for validation is " + validationFraction
                    + "; use a number between 0 and 1, such as 0.2");
        }
        if (size() < 2) {
            throw new IllegalArgumentException(
                    "a set of " + size() + " examples cannot be split; there must be 2 or more");
        }
        int[] order = Order.natural(size());
        Order.shuffle(order, seed, 0);
        int held = (int) Math.min(size() - 1L, Math.max(1, Math.round(validationFraction * size())));
        return new Split<>(select(Arrays.copyOfRange(order, held, order.length)), select(Arrays.copyOf(order, held)));
    }

    /**
     * The parts of a {@link #split}.
     *
     * @param train to learn from
     * @param validation to be tried with
     */
    record Split<B>(DataSet<B> train, DataSet<B> validation) {}
}
