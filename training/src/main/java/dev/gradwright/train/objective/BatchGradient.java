package dev.gradwright.train.objective;

import dev.gradwright.Gradient;
import dev.gradwright.NamedParameter;
import dev.gradwright.Parameters;
import dev.gradwright.train.data.Augmentation;
import dev.gradwright.train.data.DataSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Loss and gradient of batches, each of them cut into as many shards as there are gradient objects, which threads share. The sum goes through the shards
 * in their order, so that results depend on the number of shards and not on threads: {@code sum of (examples of the shard / examples of the batch)
 * * gradient of the shard} for a loss that is a mean, the plain sum for one that is a sum. With one shard its gradient is used as it is. Allocates
 * nothing once each size of a batch has been seen.
 *
 * <p>A loss of which examples of a batch take part together, as with batch normalisation, sees those of a shard.
 *
 * @param <G> the gradient of the model
 * @param <B> a batch
 */
public final class BatchGradient<G extends Gradient, B> implements AutoCloseable {

    private final List<Shard<G, B>> shards = new ArrayList<>();
    private final Reduction reduction;
    private final ShardSum sum;
    private final Workers workers;
    private final long seed;

    // what the threads work on
    private DataSet<B> data;
    private int[] order;
    private int from;
    private int count;
    private Augmentation<B> augmentation;
    private long epoch;
    private long step;
    private long dataNanos;

    /**
     * Makes the gradient objects; threads begin with the first batch.
     *
     * @param shards how many parts a batch is cut into
     * @param threads how many threads share them, the caller's among them
     * @param seed of all that is random
     * @throws IllegalArgumentException if a number is not positive, or the gradients are not all of one model
     */
    public BatchGradient(Problem<G, B> problem, int shards, int threads, long seed) {
        if (shards < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    shards + " shards on " + threads + " threads make no sense; use 1 or more of both");
        }
        List<Parameters> parameters = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            G gradient = problem.gradients().get();
            this.shards.add(new Shard<>(i, gradient, problem.loss()));
            parameters.add(gradient.parameters());
        }
        requireOneModel(parameters);
        this.reduction = problem.reduction();
        this.sum = new ShardSum(parameters);
        this.workers = new Workers(Math.min(threads, shards), shards, this::learn);
        this.seed = seed;
    }

    private void requireOneModel(List<Parameters> parameters) {
        for (int i = 1; i < parameters.size(); i++) {
            if (shards.get(i).gradient == shards.get(0).gradient) {
                throw new IllegalArgumentException(
                        "the supplier gives the same gradient twice; it must make a new one each time, as each thread needs its own");
            }
            if (!values(parameters.get(i)).equals(values(parameters.get(0)))) {
                throw new IllegalArgumentException(
                        "the supplier gives gradients of different models; make the model once, outside of the supplier");
            }
        }
    }

    /** The arrays in which the values of parameters lie; lists of the same arrays are equal, as arrays are equal to themselves alone. */
    private static List<double[]> values(Parameters parameters) {
        List<double[]> values = new ArrayList<>();
        for (NamedParameter parameter : parameters) {
            for (int s = 0; s < parameter.segments(); s++) {
                values.add(parameter.value(s));
            }
        }
        return values;
    }

    /** The gradient object in which the sum is. */
    public G gradient() {
        return shards.get(0).gradient;
    }

    /**
     * Says which examples are learned from next, and how they are changed at random.
     *
     * @param indices numbers of examples
     * @param first where the batch begins in them
     * @param examples how many it has
     * @param changes what to change; null for nothing
     * @param epochNumber what the changes depend on
     */
    public void take(
            DataSet<B> set, int[] indices, int first, int examples, Augmentation<B> changes, long epochNumber) {
        data = set;
        order = indices;
        from = first;
        count = examples;
        augmentation = changes;
        epoch = epochNumber;
    }

    /**
     * Runs forward and backward for what has been taken, and sums up; what was in the gradient is replaced.
     *
     * @param number the step, which random draws of the loss depend on
     * @return the loss: the mean over the examples, also of a loss that is a sum
     */
    public double learn(long number) {
        step = number;
        workers.run();
        double loss = 0;
        for (int i = 0; i < shards.size(); i++) {
            loss += weight(i) * shards.get(i).value;
        }
        if (shards.size() > 1) {
            for (int i = 0; i < shards.size(); i++) {
                sum.add(i, weight(i));
            }
        }
        return reduction == Reduction.MEAN ? loss : loss / count;
    }

    private void learn(int number) {
        Shard<G, B> shard = shards.get(number);
        int begin = from + (int) ((long) count * number / shards.size());
        int end = from + (int) ((long) count * (number + 1) / shards.size());
        long start = number == 0 ? System.nanoTime() : 0;
        shard.take(data, order, begin, end - begin);
        if (augmentation != null) {
            shard.augment(augmentation, seed, epoch, order, begin);
        }
        if (number == 0) {
            dataNanos = System.nanoTime() - start;
        }
        shard.learn(seed, step);
    }

    /** How long copying and changing the examples of the first shard took in the last {@link #learn}, in nanoseconds. */
    public long dataNanos() {
        return dataNanos;
    }

    private double weight(int shard) {
        return reduction == Reduction.MEAN ? shards.get(shard).examples / (double) count : 1;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
