package dev.gradwright.train.objective;

import dev.gradwright.Gradient;

/**
 * The loss of a batch. Runs forward and backward, and adds the derivatives to the gradient: {@code (gradient, batch) ->
 * gradient.lossValueAndGradient(batch.inputs(), batch.labels())}.
 *
 * @param <G> the gradient of the model
 * @param <B> a batch
 */
@FunctionalInterface
public interface BatchLoss<G extends Gradient, B> {

    /** The loss, whose derivatives are then in the gradient. */
    double valueAndGradient(G gradient, B batch);
}
