package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Sophia's direction: the mean of gradients by an estimate of the diagonal of the Hessian, number by number at most 1. With {@code m} and
 * {@code h} zero at first, and a new estimate {@code d} of the diagonal every few steps,
 *
 * <pre>
 * h = b2 * h + (1 - b2) * d          every k-th step, from the first on
 * m = b1 * m + (1 - b1) * g
 * u = m / max(gamma * h, eps), into the range from -1 to 1
 * </pre>
 *
 * <p>H. Liu, Z. Li, D. Hall, P. Liang and T. Ma, Sophia: a scalable stochastic second-order optimizer for language model pre-training, ICLR
 * 2024. Where curvature is negative or small, the limit makes it a step by sign, as of {@link SignOfLion}.
 */
public final class ScaleBySophia implements GradientTransformation {

    private final CurvatureEstimate estimate;
    private final int every;
    private final double beta1;
    private final double beta2;
    private final double gamma;
    private final double epsilon;

    private ScaleBySophia(
            CurvatureEstimate estimate, int every, double beta1, double beta2, double gamma, double epsilon) {
        this.estimate = estimate;
        this.every = every;
        this.beta1 = Hyperparameter.Range.BELOW_ONE.require("beta1", beta1);
        this.beta2 = Hyperparameter.Range.BELOW_ONE.require("beta2", beta2);
        this.gamma = Hyperparameter.Range.POSITIVE.require("gamma of Sophia", gamma);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
    }

    /** With an estimate every 10 steps, decay rates 0.96 and 0.99, gamma 0.01 and epsilon 1e-12, as Sophia-H has. */
    public static ScaleBySophia with(CurvatureEstimate estimate) {
        return new ScaleBySophia(estimate, 10, 0.96, 0.99, 0.01, 1e-12);
    }

    /**
     * The same with an estimate more or less often.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ScaleBySophia estimateEvery(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("an estimate every " + steps + " steps makes no sense; use 1 or more");
        }
        return new ScaleBySophia(estimate, steps, beta1, beta2, gamma, epsilon);
    }

    /**
     * The same with other decay rates and gamma.
     *
     * @throws IllegalArgumentException if a decay rate is not in [0, 1) or gamma not positive
     */
    public ScaleBySophia options(double beta1, double beta2, double gamma) {
        return new ScaleBySophia(estimate, every, beta1, beta2, gamma, epsilon);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters.size());
    }

    /** Sees all updates at once, as the estimate is of all parameters. */
    private final class Bound implements BoundTransformation {

        private final double[] mean;
        private final double[] curvature;
        private final double[] diagonal;

        Bound(int size) {
            mean = new double[size];
            curvature = new double[size];
            diagonal = new double[size];
        }

        @Override
        public void update(long step, double[] updates) {
            if (step % every == 0) {
                estimate.estimate(step, diagonal);
                for (int i = 0; i < curvature.length; i++) {
                    curvature[i] = beta2 * curvature[i] + (1 - beta2) * diagonal[i];
                }
            }
            for (int i = 0; i < updates.length; i++) {
                mean[i] = beta1 * mean[i] + (1 - beta1) * updates[i];
                double scaled = mean[i] / Math.max(gamma * curvature[i], epsilon);
                updates[i] = Math.max(-1, Math.min(1, scaled));
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("sophia.mean", mean);
            visitor.numbers("sophia.curvature", curvature);
        }
    }

    @Override
    public String toString() {
        return "Sophia with beta1 " + beta1 + ", beta2 " + beta2 + ", gamma " + gamma + ", an estimate every " + every
                + " steps";
    }
}
