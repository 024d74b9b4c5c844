package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Adam's direction: the mean of the gradients of late by the root of the mean of their squares. With {@code m} and {@code v} zero at
 * first,
 *
 * <pre>
 * m = b1 * m + (1 - b1) * g
 * v = b2 * v + (1 - b2) * g^2
 * u = (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)
 * </pre>
 *
 * <p>D. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015. {@link #epsilon(double, Epsilon)} says where the epsilon
 * goes; {@link #withoutBiasCorrection} leaves the powers of b1 and b2 out. With {@link #amsgrad} the largest {@code v} so far takes the
 * place of {@code v}, before the correction, as in PyTorch (S. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, ICLR
 * 2018). If b1 or b2 depends on the step, the product of all of them takes the place of the power.
 *
 * <p>A direction points uphill; a {@link LearningRate} comes after it, as in {@link Optimizers#adam(double)}.
 */
public final class ScaleByAdam implements GradientTransformation {

    private final Hyperparameter beta1;
    private final Hyperparameter beta2;
    private final double epsilon;
    private final Epsilon place;
    private final boolean corrected;
    private final boolean amsgrad;

    private ScaleByAdam(
            Hyperparameter beta1,
            Hyperparameter beta2,
            double epsilon,
            Epsilon place,
            boolean corrected,
            boolean amsgrad) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = Hyperparameter.Range.POSITIVE.require("epsilon", epsilon);
        this.place = place;
        this.corrected = corrected;
        this.amsgrad = amsgrad;
    }

    /** With b1 = 0.9, b2 = 0.999, and eps = 1e-8 outside the root. */
    public static ScaleByAdam withDefaults() {
        return new ScaleByAdam(
                decay("beta1", Schedule.constant(0.9)),
                decay("beta2", Schedule.constant(0.999)),
                1e-8,
                Epsilon.OUTSIDE_ROOT,
                true,
                false);
    }

    private static Hyperparameter decay(String name, Schedule schedule) {
        return new Hyperparameter(name, schedule, Hyperparameter.Range.BELOW_ONE);
    }

    /**
     * The same with other decay rates.
     *
     * @throws IllegalArgumentException if one is not in [0, 1)
     */
    public ScaleByAdam betas(double beta1, double beta2) {
        return betas(Schedule.constant(beta1), Schedule.constant(beta2));
    }

    /** The same with decay rates that depend on the step. */
    public ScaleByAdam betas(Schedule beta1, Schedule beta2) {
        return new ScaleByAdam(decay("beta1", beta1), decay("beta2", beta2), epsilon, place, corrected, amsgrad);
    }

    /**
     * The same with another epsilon.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ScaleByAdam epsilon(double epsilon) {
        return epsilon(epsilon, place);
    }

    /** The same with another epsilon at another place. */
    public ScaleByAdam epsilon(double epsilon, Epsilon place) {
        return new ScaleByAdam(beta1, beta2, epsilon, place, corrected, amsgrad);
    }

    /** The same without the correction for means that start at zero. */
    public ScaleByAdam withoutBiasCorrection() {
        return new ScaleByAdam(beta1, beta2, epsilon, place, false, amsgrad);
    }

    /** The same with the largest mean square so far. */
    public ScaleByAdam amsgrad() {
        return new ScaleByAdam(beta1, beta2, epsilon, place, corrected, true);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return amsgrad || place == Epsilon.INSIDE_ROOT ? new Bound(parameters) : new FusableBound(parameters);
    }

    /** The usual variants, which can take a step in one loop. */
    private final class FusableBound extends Bound implements FusedSweep.OneLoop {

        FusableBound(Parameters parameters) {
            super(parameters);
        }

        @Override
        public void step(int index, double[] values, double[] gradients, int length, double keep, double factor) {
            double b1 = moments.beta1();
            double b2 = moments.beta2();
            double[] m = moments.mean(index);
            double[] v = moments.square(index);
            double step = factor * meanFactor;
            double root = rootFactor;
            double small = epsilon;
            for (int i = 0; i < length; i++) {
                double g = gradients[i];
                double mean = b1 * m[i] + (1 - b1) * g;
                double square = b2 * v[i] + (1 - b2) * g * g;
                m[i] = mean;
                v[i] = square;
                values[i] = keep * values[i] + step * mean / (Math.sqrt(square) * root + small);
            }
        }
    }

    private class Bound extends Elementwise {

        final Moments moments;
        private final double[][] largest;
        double meanFactor;
        double rootFactor;

        Bound(Parameters parameters) {
            super(parameters);
            moments = new Moments(segments);
            largest = amsgrad ? segments.zeros() : null;
        }

        @Override
        void begin(long step) {
            moments.begin(beta1.at(step), beta2.at(step));
            double rootCorrection = corrected ? Math.sqrt(moments.squareCorrection()) : 1;
            double inverse = corrected ? 1 / moments.meanCorrection() : 1;
            boolean hat = place == Epsilon.OUTSIDE_UNCORRECTED_ROOT;
            meanFactor = hat ? inverse * rootCorrection : inverse;
            rootFactor = hat ? 1 : 1 / rootCorrection;
        }

        @Override
        void update(Block block) {
            double[] m = moments.mean(block.index);
            double[] v = moments.square(block.index);
            moments.update(block);
            if (largest != null) {
                larger(largest[block.index], v, block.from, block.to);
                v = largest[block.index];
            }
            if (place == Epsilon.INSIDE_ROOT) {
                inside(meanFactor, rootFactor * rootFactor, epsilon, m, v, block.updates, block.from, block.to);
            } else {
                outside(meanFactor, rootFactor, epsilon, m, v, block.updates, block.from, block.to);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            moments.visitState("adam", visitor);
            if (largest != null) {
                visitor.numbers("adam.largest square", largest);
            }
        }
    }

    private static void larger(double[] largest, double[] v, int from, int to) {
        for (int i = from; i < to; i++) {
            largest[i] = Math.max(largest[i], v[i]);
        }
    }

    private static void outside(
            double factor, double root, double epsilon, double[] m, double[] v, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] = factor * m[i] / (Math.sqrt(v[i]) * root + epsilon);
        }
    }

    private static void inside(
            double factor, double square, double epsilon, double[] m, double[] v, double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] = factor * m[i] / Math.sqrt(v[i] * square + epsilon);
        }
    }

    @Override
    public String toString() {
        return (amsgrad ? "AMSGrad" : "Adam") + " with " + beta1 + ", " + beta2 + ", epsilon " + epsilon
                + (place == Epsilon.OUTSIDE_ROOT ? "" : " " + place)
                + (corrected ? "" : ", no bias correction");
    }
}
