package dev.gradwright.ensemble;

import dev.gradwright.Parameters;
import java.util.Objects;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * A model of an ensemble. Members are asked in parallel, so each has a model of its own.
 *
 * @param <X> what the model is asked about: a batch of examples
 * @param name what to call it in reports
 * @param parameters its parameters
 * @param scores gives a score for each class, before any softmax: a row for each example, a column for each class. The matrix may be used
 *     again by the model at the next call.
 */
public record Member<X>(String name, Parameters parameters, Function<X, DMatrixRMaj> scores) {

    /** Makes a member; nothing of it is null. */
    public Member {
        Objects.requireNonNull(name, "the name of a member is null");
        Objects.requireNonNull(parameters, () -> "the parameters of member " + name + " are null");
        Objects.requireNonNull(scores, () -> "the function of member " + name + " is null");
    }

    /**
     * Gives the model of this member some weights, those of a checkpoint or an average for instance.
     *
     * @return this
     * @throws IllegalArgumentException if they belong to another model
     */
    public Member<X> with(Weights weights) {
        weights.copyTo(parameters);
        return this;
    }
}
