package dev.gradwright.train.objective;

import dev.gradwright.Gradient;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;

/**
 * A penalty on the parameters, such as half the sum of the squares of the weights.
 *
 * @param strength what it is multiplied by
 * @param value runs it forward and gives it, not multiplied
 * @param backward adds the derivatives of what has run forward, multiplied by a number
 * @param <G> the gradient of the model
 */
public record Penalty<G extends Gradient>(double strength, ToDoubleFunction<G> value, ObjDoubleConsumer<G> backward) {

    /**
     * A penalty.
     *
     * @throws IllegalArgumentException if the strength is negative or not finite
     */
    public Penalty {
        if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the strength of the penalty is " + strength + "; use a finite number of 0 or more");
        }
    }

    /** The same penalty, multiplied by another number. */
    public Penalty<G> strength(double other) {
        return new Penalty<>(other, value, backward);
    }

    /** Adds the derivatives to the gradient; gives the penalty multiplied by its strength. */
    public double valueAndGradient(G gradient) {
        double penalty = strength * value.applyAsDouble(gradient);
        backward.accept(gradient, strength);
        return penalty;
    }
}
