package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Lion's direction: a sign, so that all numbers move by the learning rate: {@code u = sign(b1 * m + (1 - b1) * g); m = b2 * m + (1 - b2) *
 * g}.
 *
 * <p>X. Chen et al., Symbolic discovery of optimization algorithms, NeurIPS 2023.
 */
public final class SignOfLion implements GradientTransformation {

    private final double beta1;
    private final double beta2;

    private SignOfLion(double beta1, double beta2) {
        this.beta1 = Hyperparameter.Range.BELOW_ONE.require("beta1", beta1);
        this.beta2 = Hyperparameter.Range.BELOW_ONE.require("beta2", beta2);
    }

    /**
     * With decay rates, usually 0.9 and 0.99.
     *
     * @throws IllegalArgumentException if one is not in [0, 1)
     */
    public static SignOfLion of(double beta1, double beta2) {
        return new SignOfLion(beta1, beta2);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] mean;

        Bound(Parameters parameters) {
            super(parameters);
            mean = segments.zeros();
        }

        @Override
        void begin(long step) {}

        @Override
        void update(Block block) {
            sign(mean[block.index], block.updates, block.from, block.to);
        }

        private void sign(double[] m, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                double g = u[i];
                u[i] = Math.signum(beta1 * m[i] + (1 - beta1) * g);
                m[i] = beta2 * m[i] + (1 - beta2) * g;
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("lion.mean", mean);
        }
    }

    @Override
    public String toString() {
        return "Lion with beta1 " + beta1 + ", beta2 " + beta2;
    }
}
