package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Adadelta's direction, which has the unit of the parameter, not of the gradient: with {@code v} and {@code d} zero at first,
 *
 * <pre>
 * v = rho * v + (1 - rho) * g^2
 * u = sqrt(d + eps) / sqrt(v + eps) * g
 * d = rho * d + (1 - rho) * u^2
 * </pre>
 *
 * <p>M. Zeiler, Adadelta: an adaptive learning rate method, arXiv 1212.5701, 2012. As in the paper a learning rate of 1 comes after it;
 * it acts on the step, but not on the mean of steps {@code d}, as in PyTorch and Keras.
 */
public final class ScaleByAdadelta implements GradientTransformation {

    private final double rho;
    private final double epsilon;

    private ScaleByAdadelta(double rho, double epsilon) {
        this.rho = Hyperparameter.Range.BELOW_ONE.require("rho of Adadelta", rho);
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
    }

    /**
     * With decay rate and epsilon.
     *
     * @param rho 0.9 in PyTorch, 0.95 in Keras and the paper
     * @param epsilon 1e-6 in PyTorch and the paper, 1e-7 in Keras
     * @throws IllegalArgumentException if rho is not in [0, 1) or epsilon not positive
     */
    public static ScaleByAdadelta of(double rho, double epsilon) {
        return new ScaleByAdadelta(rho, epsilon);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] square;
        private final double[][] stepSquare;

        Bound(Parameters parameters) {
            super(parameters);
            square = segments.zeros();
            stepSquare = segments.zeros();
        }

        @Override
        void begin(long step) {}

        @Override
        void update(Block block) {
            scale(rho, epsilon, square[block.index], stepSquare[block.index], block.updates, block.from, block.to);
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("adadelta.square", square);
            visitor.numbers("adadelta.square of steps", stepSquare);
        }
    }

    private static void scale(double rho, double epsilon, double[] v, double[] d, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            double g = u[i];
            v[i] = rho * v[i] + (1 - rho) * g * g;
            double step = Math.sqrt(d[i] + epsilon) / Math.sqrt(v[i] + epsilon) * g;
            d[i] = rho * d[i] + (1 - rho) * step * step;
            u[i] = step;
        }
    }

    @Override
    public String toString() {
        return "Adadelta with rho " + rho + ", epsilon " + epsilon;
    }
}
