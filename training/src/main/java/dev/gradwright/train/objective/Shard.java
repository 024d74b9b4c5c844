package dev.gradwright.train.objective;

import dev.gradwright.Gradient;
import dev.gradwright.train.data.Augmentation;
import dev.gradwright.train.data.Batches;
import dev.gradwright.train.data.DataSet;
import dev.gradwright.train.data.SeededRandom;

/** A part of each batch, with a gradient of its own. One thread at a time uses it. */
final class Shard<G extends Gradient, B> {

    private static final long AUGMENTATION = 2;
    private static final long LOSS = 3;

    final G gradient;
    private final RandomBatchLoss<G, B> loss;
    private final Batches<B> batches = new Batches<>();
    private final SeededRandom random = new SeededRandom();
    private final int number;
    double value;
    int examples;
    B batch;

    Shard(int number, G gradient, RandomBatchLoss<G, B> loss) {
        this.number = number;
        this.gradient = gradient;
        this.loss = loss;
    }

    /** Copies examples into the batch of this shard. */
    void take(DataSet<B> data, int[] order, int from, int count) {
        examples = count;
        if (count > 0) {
            batch = batches.of(data, count);
            data.copy(order, from, count, batch);
        }
    }

    /** Changes the examples at random, each by draws of its own. */
    void augment(Augmentation<B> augmentation, long seed, long epoch, int[] order, int from) {
        for (int row = 0; row < examples; row++) {
            random.seed(seed + AUGMENTATION, epoch, order[from + row]);
            augmentation.apply(batch, row, random);
        }
    }

    /** Forward and backward. */
    void learn(long seed, long step) {
        gradient.zero();
        value = 0;
        if (examples > 0) {
            random.seed(seed + LOSS, step, number);
            value = loss.valueAndGradient(gradient, batch, random);
        }
    }
}
