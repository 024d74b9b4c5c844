package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * RAdam's direction: Adam's, times a factor that grows from 0 as the mean of squares becomes reliable; before that, for the first steps
 * (5 with b2 = 0.999), the mean of gradients alone. The epsilon is added to the root before its bias is corrected, as in PyTorch.
 *
 * <p>L. Liu, H. Jiang, P. He, W. Chen, X. Liu, J. Gao and J. Han, On the variance of the adaptive learning rate and beyond, ICLR 2020.
 */
public final class ScaleByRAdam implements GradientTransformation {

    private static final double RELIABLE = 5;

    private final double beta1;
    private final double beta2;
    private final double epsilon;

    private ScaleByRAdam(double beta1, double beta2, double epsilon) {
        this.beta1 = Hyperparameter.Range.BELOW_ONE.require("beta1", beta1);
        this.beta2 = Hyperparameter.Range.BELOW_ONE.require("beta2", beta2);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
    }

    /**
     * With decay rates, usually 0.9 and 0.999, and epsilon, usually 1e-8.
     *
     * @throws IllegalArgumentException if a decay rate is not in [0, 1) or epsilon not positive
     */
    public static ScaleByRAdam of(double beta1, double beta2, double epsilon) {
        return new ScaleByRAdam(beta1, beta2, epsilon);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final Moments moments;
        private boolean reliable;
        private double factor;

        Bound(Parameters parameters) {
            super(parameters);
            moments = new Moments(segments);
        }

        @Override
        void begin(long step) {
            moments.begin(beta1, beta2);
            double t = step + 1.0;
            double power = Math.pow(beta2, t);
            double limit = 2 / (1 - beta2) - 1;
            double length = limit - 2 * t * power / (1 - power);
            reliable = length > RELIABLE;
            factor = 1 / moments.meanCorrection();
            if (reliable) {
                double rectification = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length);
                factor *= Math.sqrt(rectification * moments.squareCorrection());
            }
        }

        @Override
        void update(Block block) {
            moments.update(block);
            double[] m = moments.mean(block.index);
            if (reliable) {
                scale(m, moments.square(block.index), block.updates, block.from, block.to);
            } else {
                mean(m, block.updates, block.from, block.to);
            }
        }

        private void scale(double[] m, double[] v, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                u[i] = factor * m[i] / (Math.sqrt(v[i]) + epsilon);
            }
        }

        private void mean(double[] m, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                u[i] = factor * m[i];
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            moments.visitState("radam", visitor);
        }
    }

    @Override
    public String toString() {
        return "RAdam with beta1 " + beta1 + ", beta2 " + beta2 + ", epsilon " + epsilon;
    }
}
