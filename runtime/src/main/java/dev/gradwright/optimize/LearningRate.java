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
        return new Bound(parameters);
    }

    /** The link at work. */
    final class Bound extends Elementwise {

        private double factor;

        Bound(Parameters parameters) {
            super(parameters);
        }

        @Override
        void begin(long step) {
            factor = -rate.at(step);
        }

        /** What is multiplied with in this step. */
        double factor() {
            return factor;
        }

        @Override
        void update(Block block) {
            scale(factor, block.updates, block.from, block.to);
        }
    }

    private static void scale(double factor, double[] updates, int from, int to) {
        for (int i = from; i < to; i++) {
            updates[i] *= factor;
        }
    }

    @Override
    public String toString() {
        return rate.toString();
    }
}
