package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Schedule-Free training: no decay of the learning rate, but an average {@code x} of the steps' points {@code z}, and gradients taken
 * between the two, at {@code y = (1 - b1) * z + b1 * x}, which is where the parameters are while training. {@link
 * Optimizer#copyAverageTo} gives {@code x}, which is what to use. With a direction {@code u} that is the gradient, or the gradient by the root
 * of Adam's mean of squares, plus {@code decay * y},
 *
 * <pre>
 * c = weight / (sum of weights)       weight = (largest lr so far)^2
 * y = (1 - c) * y + c * z - lr * (1 - b1 * (1 - c)) * u
 * z = z - lr * u
 * </pre>
 *
 * <p>A. Defazio et al., The road less scheduled, NeurIPS 2024, in the form of its authors' program. This is a whole method: no {@link
 * LearningRate} comes after it. Its learning rate may warm up, but is not to decay.
 */
public final class ScheduleFree implements GradientTransformation {

    private final Hyperparameter rate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double decay;

    private ScheduleFree(Hyperparameter rate, double beta1, double beta2, double epsilon, double decay) {
        this.rate = rate;
        this.beta1 = Hyperparameter.Range.BETWEEN_ZERO_AND_ONE.require("beta1", beta1);
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.decay = Hyperparameter.Range.NOT_NEGATIVE.require("weight decay", decay);
    }

    /**
     * Along gradients.
     *
     * @param rate the learning rate, usually 1, constant or warming up
     * @param momentum the place {@code b1} between the points where gradients are taken, usually 0.9
     * @param decay the weight decay, usually 0
     * @throws IllegalArgumentException if the momentum is not between 0 and 1, or another number negative or not finite
     */
    public static ScheduleFree sgd(Schedule rate, double momentum, double decay) {
        return new ScheduleFree(rate(rate), momentum, Double.NaN, Double.NaN, decay);
    }

    /**
     * Along Adam's directions without momentum.
     *
     * @param rate the learning rate, usually 0.0025, constant or warming up
     * @param beta1 the place between the points where gradients are taken, usually 0.9
     * @param beta2 the decay rate of squares, usually 0.999
     * @param epsilon usually 1e-8; added to the root
     * @param decay the weight decay, usually 0
     * @throws IllegalArgumentException if a beta is not between 0 and 1, or another number out of range
     */
    public static ScheduleFree adamW(Schedule rate, double beta1, double beta2, double epsilon, double decay) {
        return new ScheduleFree(
                rate(rate),
                beta1,
                Hyperparameter.Range.BETWEEN_ZERO_AND_ONE.require("beta2", beta2),
                Hyperparameter.Range.POSITIVE.require("epsilon", epsilon),
                decay);
    }

    private static Hyperparameter rate(Schedule schedule) {
        return new Hyperparameter("learning rate", schedule, Hyperparameter.Range.NOT_NEGATIVE);
    }

    private boolean isAdam() {
        return beta2 > 0;
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private static final int LARGEST = 0;
        private static final int WEIGHTS = 1;

        private final double[][] point;
        private final double[][] square;
        private final double[] sums = new double[2];
        private boolean first;
        private double lr;
        private double share;

        Bound(Parameters parameters) {
            super(parameters);
            point = segments.valuesNow();
            square = isAdam() ? segments.zeros() : null;
        }

        @Override
        void begin(long step) {
            first = step == 0;
            lr = rate.at(step) * (isAdam() ? Math.sqrt(1 - Math.pow(beta2, step + 1.0)) : 1);
            sums[LARGEST] = Math.max(sums[LARGEST], lr);
            double weight = sums[LARGEST] * sums[LARGEST];
            sums[WEIGHTS] += weight;
            share = weight == 0 ? 0 : weight / sums[WEIGHTS];
        }

        @Override
        void update(Block block) {
            double[] z = point[block.index];
            if (first) {
                System.arraycopy(block.values, block.from, z, block.from, block.to - block.from);
            }
            if (square != null) {
                normalize(square[block.index], block.updates, block.from, block.to);
            }
            move(z, block.values, block.updates, block.from, block.to);
        }

        private void normalize(double[] v, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                v[i] = beta2 * v[i] + (1 - beta2) * u[i] * u[i];
                u[i] /= Math.sqrt(v[i]) + epsilon;
            }
        }

        private void move(double[] z, double[] y, double[] u, int from, int to) {
            double along = lr * (1 - beta1 * (1 - share));
            for (int i = from; i < to; i++) {
                double direction = u[i] + decay * y[i];
                u[i] = share * (z[i] - y[i]) - along * direction;
                z[i] -= lr * direction;
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("schedule-free.point", point);
            visitor.numbers("schedule-free.sums", sums);
            if (square != null) {
                visitor.numbers("schedule-free.square", square);
            }
        }

        @Override
        public boolean copyAverageTo(double[] flat) {
            double[][] average = segments.valuesNow();
            for (int i = 0; i < average.length; i++) {
                for (int j = 0; j < average[i].length; j++) {
                    average[i][j] += (1 - 1 / beta1) * (point[i][j] - average[i][j]);
                }
            }
            segments.copyTo(average, flat);
            return true;
        }
    }

    @Override
    public String toString() {
        return "Schedule-Free " + (isAdam() ? "AdamW" : "SGD") + " with " + rate + ", beta1 " + beta1
                + ", weight decay " + decay;
    }
}
