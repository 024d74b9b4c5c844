package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * NAdam's direction: Adam with Nesterov's look ahead, and a momentum that warms up. With {@code mu_t = b1 * (1 - 0.96^(t * psi) / 2)} and
 * {@code M_t} the product of all of them up to step t,
 *
 * <pre>
 * u = (mu_(t+1) * m / (1 - M_(t+1)) + (1 - mu_t) * g / (1 - M_t)) / (sqrt(v / (1 - b2^t)) + eps)
 * </pre>
 *
 * <p>T. Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop 2016. PyTorch up to 1.13 multiplied {@code mu_t} into the product
 * twice; this is the corrected form.
 */
public final class ScaleByNAdam implements GradientTransformation {

    private static final double BASE = 0.96;

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double psi;

    private ScaleByNAdam(double beta1, double beta2, double epsilon, double psi) {
        this.beta1 = Hyperparameter.Range.BELOW_ONE.require("beta1", beta1);
        this.beta2 = Hyperparameter.Range.BELOW_ONE.require("beta2", beta2);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
        this.psi = Hyperparameter.Range.NOT_NEGATIVE.require("momentum decay psi", psi);
    }

    /**
     * With decay rates, usually 0.9 and 0.999, epsilon, usually 1e-8, and psi, 0.004 in PyTorch, 1 in Keras.
     *
     * @throws IllegalArgumentException if a decay rate is not in [0, 1), epsilon not positive or psi negative
     */
    public static ScaleByNAdam of(double beta1, double beta2, double epsilon, double psi) {
        return new ScaleByNAdam(beta1, beta2, epsilon, psi);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private double momentum(long t) {
        return beta1 * (1 - 0.5 * Math.pow(BASE, t * psi));
    }

    private final class Bound extends Elementwise {

        private final Moments moments;
        private final double[] product = {1};
        private double gradientFactor;
        private double meanFactor;

        Bound(Parameters parameters) {
            super(parameters);
            moments = new Moments(segments);
        }

        @Override
        void begin(long step) {
            moments.begin(beta1, beta2);
            double now = momentum(step + 1);
            double next = momentum(step + 2);
            product[0] *= now;
            gradientFactor = (1 - now) / (1 - product[0]);
            meanFactor = next / (1 - product[0] * next);
        }

        @Override
        void update(Block block) {
            moments.update(block);
            scale(
                    1 / Math.sqrt(moments.squareCorrection()),
                    moments.mean(block.index),
                    moments.square(block.index),
                    block.updates,
                    block.from,
                    block.to);
        }

        private void scale(double root, double[] m, double[] v, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                u[i] = (meanFactor * m[i] + gradientFactor * u[i]) / (Math.sqrt(v[i]) * root + epsilon);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            moments.visitState("nadam", visitor);
            visitor.numbers("nadam.product of momenta", product);
        }
    }

    @Override
    public String toString() {
        return "NAdam with beta1 " + beta1 + ", beta2 " + beta2 + ", epsilon " + epsilon + ", momentum decay " + psi;
    }
}
