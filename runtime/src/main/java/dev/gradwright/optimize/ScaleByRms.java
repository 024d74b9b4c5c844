package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * RMSprop's direction: a gradient by the root of a decaying mean of its squares, {@code v = a * v + (1 - a) * g^2; u = g / (sqrt(v) + eps)}.
 * Centred, the square of the decaying mean of gradients is taken off {@code v} first, which estimates the variance.
 *
 * <p>T. Hinton, Neural networks for machine learning, lecture 6e, 2012; centred: A. Graves, Generating sequences with recurrent neural
 * networks, arXiv 1308.0850, 2013. PyTorch has the epsilon outside the root, Keras inside. A {@link Momentum} behind it makes RMSprop with
 * momentum.
 */
public final class ScaleByRms implements GradientTransformation {

    private final Hyperparameter decay;
    private final double epsilon;
    private final Epsilon place;
    private final boolean centred;

    private ScaleByRms(Hyperparameter decay, double epsilon, Epsilon place, boolean centred) {
        this.decay = decay;
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
        this.place = place;
        this.centred = centred;
    }

    /** With decay rate 0.99, and eps = 1e-8 outside the root, as in PyTorch. */
    public static ScaleByRms withDefaults() {
        return new ScaleByRms(decay(Schedule.constant(0.99)), 1e-8, Epsilon.OUTSIDE_ROOT, false);
    }

    private static Hyperparameter decay(Schedule schedule) {
        return new Hyperparameter("decay rate of RMSprop", schedule, Hyperparameter.Range.BELOW_ONE);
    }

    /**
     * The same with another decay rate.
     *
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public ScaleByRms decayRate(double rate) {
        return decayRate(Schedule.constant(rate));
    }

    /** The same with a decay rate that depends on the step. */
    public ScaleByRms decayRate(Schedule rate) {
        return new ScaleByRms(decay(rate), epsilon, place, centred);
    }

    /** The same with another epsilon; no bias is corrected, so both places outside the root are one. */
    public ScaleByRms epsilon(double epsilon, Epsilon place) {
        return new ScaleByRms(decay, epsilon, place, centred);
    }

    /** The same, centred. */
    public ScaleByRms centred() {
        return new ScaleByRms(decay, epsilon, place, true);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] square;
        private final double[][] mean;
        private final double[] variance;
        private double rate;

        Bound(Parameters parameters) {
            super(parameters);
            square = segments.zeros();
            mean = centred ? segments.zeros() : null;
            variance = new double[centred ? segments.longest() : 0];
        }

        @Override
        void begin(long step) {
            rate = decay.at(step);
        }

        @Override
        void update(Block block) {
            double[] v = square[block.index];
            square(rate, v, block.updates, block.from, block.to);
            if (mean != null) {
                centre(rate, v, mean[block.index], variance, block.updates, block.from, block.to);
                v = variance;
            }
            if (place == Epsilon.INSIDE_ROOT) {
                inside(epsilon, v, block.updates, block.from, block.to);
            } else {
                outside(epsilon, v, block.updates, block.from, block.to);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("rmsprop.square", square);
            if (mean != null) {
                visitor.numbers("rmsprop.mean", mean);
            }
        }
    }

    private static void square(double rate, double[] v, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] = rate * v[i] + (1 - rate) * g[i] * g[i];
        }
    }

    /** The variance is never negative, except by rounding. */
    private static void centre(
            double rate, double[] v, double[] mean, double[] variance, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
            mean[i] = rate * mean[i] + (1 - rate) * g[i];
            variance[i] = Math.max(0, v[i] - mean[i] * mean[i]);
        }
    }

    private static void outside(double epsilon, double[] v, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] /= Math.sqrt(v[i]) + epsilon;
        }
    }

    private static void inside(double epsilon, double[] v, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] /= Math.sqrt(v[i] + epsilon);
        }
    }

    @Override
    public String toString() {
        return (centred ? "centred " : "") + "RMSprop with " + decay + ", epsilon " + epsilon
                + (place == Epsilon.INSIDE_ROOT ? " inside the root" : "");
    }
}
