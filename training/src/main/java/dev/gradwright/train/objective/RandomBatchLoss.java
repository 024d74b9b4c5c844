package dev.gradwright.train.objective;

import dev.gradwright.Gradient;
import java.util.random.RandomGenerator;

/**
 * The loss of a batch by a model that draws random numbers, for dropout for instance. What it draws depends on the seed, the step and the shard alone,
 * so it is the same with any number of threads, and after a resumption.
 *
 * @param <G> the gradient of the model
 * @param <B> a batch
 */
@FunctionalInterface
public interface RandomBatchLoss<G extends Gradient, B> {

    /** The loss, whose derivatives are then in the gradient. */
    double valueAndGradient(G gradient, B batch, RandomGenerator random);
}
