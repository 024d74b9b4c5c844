package dev.gradwright.minimize;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** A function of many variables that is to be made small, with its gradient. */
@FunctionalInterface
public interface Objective {

    /**
     * Computes value and gradient. Where the function is not defined it may give NaN or an infinity; minimizers go there no further.
     *
     * @param x the point; not to be changed
     * @param gradient receives the gradient, an array as long as the point
     * @return the value
     */
    double valueAndGradient(double[] x, double[] gradient);

    /**
     * An objective from a function that computes value and gradient in one call and shows the gradient after it, as generated gradients of
     * static functions do:
     *
     * <pre>{@code
     * var gradient = FunctionsGradient.create();
     * Objective.of(gradient::rosenbrockValueAndGradient, gradient::rosenbrockX)
     * }</pre>
     */
    static Objective of(ToDoubleFunction<double[]> valueAndGradient, Supplier<double[]> gradient) {
        return (x, target) -> {
            double value = valueAndGradient.applyAsDouble(x);
            System.arraycopy(gradient.get(), 0, target, 0, target.length);
            return value;
        };
    }
}
