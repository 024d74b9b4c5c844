package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * The step against the gradient: {@code u = -lr * u}. It makes an ascent a descent, so a chain has it once, as a rule at its end.
 */
public final class LearningRate implements GradientTransformation {

    private final Hyperparameter rate;

    private LearningRate(Schedule rate) {
        this.rate = new Hyperparameter("learning rate", rate, Hyperparameter.Range.NOT_NEGATIVE);
    }

    /**
     * A constant learning rate.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static LearningRate of(double rate) {
        return of(Schedule.constant(rate));
    }

    /**
     * A learning rate that depends on the step.
     *
     * @throws IllegalArgumentException if it is negative or not finite at step 0; at a later step, when that step is taken
     */
    public static LearningRate of(Schedule rate) {
        return new LearningRate(rate);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return (step, updates) -> {
            double factor = -rate.at(step);
            for (int i = 0; i < updates.length; i++) {
                updates[i] *= factor;
            }
        };
    }

    @Override
    public String toString() {
        return rate.toString();
    }
}
