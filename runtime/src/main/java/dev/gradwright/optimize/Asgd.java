package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Averaged gradient descent: steps {@code w = (1 - lambda * eta) * w - eta * g} with {@code eta = lr / (1 + lambda * lr * step)^alpha}, and
 * the mean of all {@code w} from step {@code start} on; {@link Optimizer#copyAverageTo} gives it.
 *
 * <p>B. Polyak and A. Juditsky, Acceleration of stochastic approximation by averaging, SIAM Journal on Control and Optimization 30, 1992;
 * with the defaults and in the form of PyTorch. This is a whole method: no {@link LearningRate} comes after it.
 */
public final class Asgd implements GradientTransformation {

    private final double rate;
    private final double lambda;
    private final double alpha;
    private final double start;

    private Asgd(double rate, double lambda, double alpha, double start) {
        this.rate = Hyperparameter.Range.NOT_NEGATIVE.require("learning rate", rate);
        this.lambda = Hyperparameter.Range.NOT_NEGATIVE.require("lambda of ASGD", lambda);
        this.alpha = Hyperparameter.Range.NOT_NEGATIVE.require("alpha of ASGD", alpha);
        this.start = Hyperparameter.Range.NOT_NEGATIVE.require("start of the average", start);
    }

    /**
     * With a learning rate; lambda is 1e-4, alpha 0.75, and the average starts at step 1,000,000.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Asgd of(double learningRate) {
        return new Asgd(learningRate, 1e-4, 0.75, 1e6);
    }

    /**
     * The same with another decay.
     *
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public Asgd decay(double lambda, double alpha) {
        return new Asgd(rate, lambda, alpha, start);
    }

    /**
     * The same with an average that starts at another step; until then it is the parameters themselves.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Asgd averageFrom(long start) {
        return new Asgd(rate, lambda, alpha, start);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] average;
        private double eta;
        private double share;

        Bound(Parameters parameters) {
            super(parameters);
            average = segments.valuesNow();
        }

        @Override
        void begin(long step) {
            eta = rate / Math.pow(1 + lambda * rate * step, alpha);
            share = 1 / Math.max(1, step - start);
        }

        @Override
        void update(Block block) {
            step(average[block.index], block.values, block.updates, block.from, block.to);
        }

        private void step(double[] mean, double[] w, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                u[i] = -eta * (lambda * w[i] + u[i]);
                mean[i] = share == 1 ? w[i] + u[i] : mean[i] + (w[i] + u[i] - mean[i]) * share;
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("asgd.average", average);
        }

        @Override
        public boolean copyAverageTo(double[] flat) {
            segments.copyTo(average, flat);
            return true;
        }
    }

    @Override
    public String toString() {
        return "ASGD with learning rate " + rate + ", lambda " + lambda + ", alpha " + alpha + ", average from step "
                + (long) start;
    }
}
