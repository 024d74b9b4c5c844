package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Resilient backpropagation: every number has a step length of its own, which grows while its gradient keeps its sign and shrinks when the
 * sign changes; then the step is left out, and the gradient counts as zero at the next step. For full batches only, as noise changes
 * signs.
 *
 * <p>M. Riedmiller and H. Braun, A direct adaptive method for faster backpropagation learning: the RPROP algorithm, ICNN 1993, without
 * going back on a changed sign, as in PyTorch. This is a whole method: it has step lengths, so no {@link LearningRate} comes after it.
 */
public final class Rprop implements GradientTransformation {

    private final double initial;
    private final double shrink;
    private final double grow;
    private final double smallest;
    private final double largest;

    private Rprop(double initial, double shrink, double grow, double smallest, double largest) {
        this.initial = Hyperparameter.Range.POSITIVE.require("first step length", initial);
        this.shrink = Hyperparameter.Range.BETWEEN_ZERO_AND_ONE.require("shrinking factor", shrink);
        this.grow = Hyperparameter.Range.ONE_OR_MORE.require("growing factor", grow);
        this.smallest = Hyperparameter.Range.POSITIVE.require("smallest step length", smallest);
        this.largest = Hyperparameter.Range.POSITIVE.require("largest step length", largest);
        if (smallest > largest) {
            throw new IllegalArgumentException(
                    "the smallest step length, " + smallest + ", is larger than the largest, " + largest);
        }
    }

    /**
     * With a first step length; factors 0.5 and 1.2, and lengths from 1e-6 to 50.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static Rprop of(double firstStep) {
        return new Rprop(firstStep, 0.5, 1.2, 1e-6, 50);
    }

    /**
     * The same with other factors.
     *
     * @throws IllegalArgumentException if the first is not between 0 and 1, or the second less than 1
     */
    public Rprop factors(double shrink, double grow) {
        return new Rprop(initial, shrink, grow, smallest, largest);
    }

    /**
     * The same with other limits of step lengths.
     *
     * @throws IllegalArgumentException if one is not positive, or the smallest is larger than the largest
     */
    public Rprop limits(double smallest, double largest) {
        return new Rprop(initial, shrink, grow, smallest, largest);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Bound(parameters);
    }

    private final class Bound extends Elementwise {

        private final double[][] previous;
        private final double[][] lengths;

        Bound(Parameters parameters) {
            super(parameters);
            previous = segments.zeros();
            lengths = segments.filled(initial);
        }

        @Override
        void begin(long step) {}

        @Override
        void update(Block block) {
            step(previous[block.index], lengths[block.index], block.updates, block.from, block.to);
        }

        private void step(double[] before, double[] lengths, double[] u, int from, int to) {
            for (int i = from; i < to; i++) {
                double g = u[i];
                double agreement = g * before[i];
                if (agreement > 0) {
                    lengths[i] = Math.min(lengths[i] * grow, largest);
                } else if (agreement < 0) {
                    lengths[i] = Math.max(lengths[i] * shrink, smallest);
                    g = 0;
                }
                before[i] = g;
                u[i] = -Math.signum(g) * lengths[i];
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("rprop.previous gradient", previous);
            visitor.numbers("rprop.step lengths", lengths);
        }
    }

    @Override
    public String toString() {
        return "Rprop from " + initial + ", factors " + shrink + " and " + grow + ", from " + smallest + " to "
                + largest;
    }
}
