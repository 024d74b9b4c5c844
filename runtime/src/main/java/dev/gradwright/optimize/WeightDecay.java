package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Weight decay: {@code u = u + decay * w}. Before all other links it is the gradient of the penalty {@code decay/2 * |w|^2},
 * which momentum then gathers up like the rest of the gradient, as in PyTorch's SGD and Adam. Right before the {@link LearningRate} it is
 * decoupled from the gradient, as in AdamW (I. Loshchilov and F. Hutter, Decoupled weight decay regularization, ICLR 2019): every weight
 * loses the fraction {@code lr * decay}. {@link Groups} keeps it away from biases and norms.
 */
public final class WeightDecay implements GradientTransformation {

    private final Hyperparameter decay;

    private WeightDecay(Schedule decay) {
        this.decay = new Hyperparameter("weight decay", decay, Hyperparameter.Range.NOT_NEGATIVE);
    }

    /**
     * A constant decay.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static WeightDecay of(double decay) {
        return of(Schedule.constant(decay));
    }

    /**
     * A decay that depends on the step.
     *
     * @throws IllegalArgumentException if it is negative or not finite at step 0; at a later step, when that step is taken
     */
    public static WeightDecay of(Schedule decay) {
        return new WeightDecay(decay);
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
            factor = decay.at(step);
        }

        /** What is multiplied with in this step. */
        double factor() {
            return factor;
        }

        @Override
        void update(Block block) {
            addMultiple(factor, block.values, block.updates, block.from, block.to);
        }
    }

    private static void addMultiple(double factor, double[] values, double[] updates, int from, int to) {
        for (int i = from; i < to; i++) {
            updates[i] += factor * values[i];
        }
    }

    @Override
    public String toString() {
        return decay.toString();
    }
}
