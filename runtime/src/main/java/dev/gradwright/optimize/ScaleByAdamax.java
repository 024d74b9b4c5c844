package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Adamax's direction: Adam's mean by a decaying maximum instead of a root mean square: {@code n = max(b2 * n, |g| + eps); u = (m / (1 -
 * b1^t)) / n}, as in PyTorch; Keras adds the epsilon to the maximum when it divides.
 *
 * <p>D. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015, section 7.
 */
public final class ScaleByAdamax implements GradientTransformation {

    private final double beta1;
    private final double beta2;
    private final double epsilon;

    private ScaleByAdamax(double beta1, double beta2, double epsilon) {
        this.beta1 = Hyperparameter.Range.BELOW_ONE.require("beta1", beta1);
        this.beta2 = Hyperparameter.Range.BELOW_ONE.require("beta2", beta2);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
    }

    /**
     * With decay rates, usually 0.9 and 0.999, and epsilon, usually 1e-8.
     *
     * @throws IllegalArgumentException if a decay rate is not in [0, 1) or epsilon not positive
     */
    public static ScaleByAdamax of(double beta1, double beta2, double epsilon) {
        return new ScaleByAdamax(beta1, beta2, epsilon);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] mean;
        private final double[][] norm;
        private double correction;

        Bound(Parameters parameters) {
            super(parameters);
            mean = segments.zeros();
            norm = segments.zeros();
        }

        @Override
        void begin(long step) {
            correction = 1 - Math.pow(beta1, step + 1.0);
        }

        @Override
        void update(Block block) {
            scale(mean[block.index], norm[block.index], block.updates, block.from, block.to);
        }

        private void scale(double[] m, double[] n, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * u[i];
                n[i] = Math.max(beta2 * n[i], Math.abs(u[i]) + epsilon);
                u[i] = m[i] / correction / n[i];
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("adamax.mean", mean);
            visitor.numbers("adamax.norm", norm);
        }
    }

    @Override
    public String toString() {
        return "Adamax with beta1 " + beta1 + ", beta2 " + beta2 + ", epsilon " + epsilon;
    }
}
