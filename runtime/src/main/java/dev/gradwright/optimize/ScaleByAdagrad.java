package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Adagrad's direction: a gradient by the root of the sum of the squares of all its predecessors, {@code s = s + g^2; u = g / (sqrt(s) +
 * eps)}.
 *
 * <p>J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, JMLR 12, 2011.
 * PyTorch's sum starts at 0 with eps = 1e-10 outside the root, Keras's at 0.1 with eps = 1e-7 inside.
 */
public final class ScaleByAdagrad implements GradientTransformation {

    private final double initial;
    private final double epsilon;
    private final Epsilon place;

    private ScaleByAdagrad(double initial, double epsilon, Epsilon place) {
        this.initial = Hyperparameter.Range.NOT_NEGATIVE.require("initial sum of Adagrad", initial);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
        this.place = place;
    }

    /** With a sum that starts at 0, and eps = 1e-10 outside the root. */
    public static ScaleByAdagrad withDefaults() {
        return new ScaleByAdagrad(0, 1e-10, Epsilon.OUTSIDE_ROOT);
    }

    /**
     * The same with another first sum.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public ScaleByAdagrad initialSum(double initial) {
        return new ScaleByAdagrad(initial, epsilon, place);
    }

    /** The same with another epsilon; there is no bias to correct, so both places outside the root are one. */
    public ScaleByAdagrad epsilon(double epsilon, Epsilon place) {
        return new ScaleByAdagrad(initial, epsilon, place);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] sum;

        Bound(Parameters parameters) {
            super(parameters);
            sum = segments.filled(initial);
        }

        @Override
        void begin(long step) {}

        @Override
        void update(Block block) {
            double[] s = sum[block.index];
            if (place == Epsilon.INSIDE_ROOT) {
                inside(epsilon, s, block.updates, block.from, block.to);
            } else {
                outside(epsilon, s, block.updates, block.from, block.to);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("adagrad.sum", sum);
        }
    }

    private static void outside(double epsilon, double[] sum, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += u[i] * u[i];
            u[i] /= Math.sqrt(sum[i]) + epsilon;
        }
    }

    private static void inside(double epsilon, double[] sum, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += u[i] * u[i];
            u[i] /= Math.sqrt(sum[i] + epsilon);
        }
    }

    @Override
    public String toString() {
        return "Adagrad from " + initial + " with epsilon " + epsilon
                + (place == Epsilon.INSIDE_ROOT ? " inside the root" : "");
    }
}
