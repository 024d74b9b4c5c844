package dev.gradwright.train.objective;

import dev.gradwright.Gradient;
import dev.gradwright.train.data.DataSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to be learned: a loss on examples, and maybe a penalty.
 *
 * @param data the examples
 * @param gradients makes a gradient of the model, each time another one of the same model
 * @param loss the loss of a batch
 * @param reduction what the loss makes of those of the examples
 * @param penalty a penalty on the parameters
 * @param <G> the gradient of the model
 * @param <B> a batch
 */
public record Problem<G extends Gradient, B>(
        DataSet<B> data,
        Supplier<G> gradients,
        RandomBatchLoss<G, B> loss,
        Reduction reduction,
        Optional<Penalty<G>> penalty) {

    /** Makes a problem of what is not null. */
    public Problem {
        Objects.requireNonNull(data, "the data are null");
        Objects.requireNonNull(gradients, "the supplier of gradients is null");
        Objects.requireNonNull(loss, "the loss is null");
        if (data.size() < 1) {
            throw new IllegalArgumentException("there are no examples; a data set has one or more");
        }
    }

    /** The same with other examples. */
    public Problem<G, B> data(DataSet<B> other) {
        return new Problem<>(other, gradients, loss, reduction, penalty);
    }

    /** The same with another reduction. */
    public Problem<G, B> reduction(Reduction other) {
        return new Problem<>(data, gradients, loss, other, penalty);
    }

    /** The same with another penalty, or none. */
    public Problem<G, B> penalty(Optional<Penalty<G>> other) {
        return new Problem<>(data, gradients, loss, reduction, other);
    }
}
