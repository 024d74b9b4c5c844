package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * Takes gradients of several micro-batches in, and steps by their mean once for all of them; in between parameters stay as they are. What
 * is inside counts those steps, not the micro-batches, so its schedules need no change.
 */
public final class Accumulation implements GradientTransformation {

    private final int microBatches;
    private final GradientTransformation inside;

    private Accumulation(int microBatches, GradientTransformation inside) {
        this.microBatches = microBatches;
        this.inside = inside;
    }

    /**
     * Puts accumulation before a transformation.
     *
     * @param microBatches how many gradients make a step
     * @throws IllegalArgumentException if that is less than 1
     */
    public static Accumulation of(int microBatches, GradientTransformation inside) {
        if (microBatches < 1) {
            throw new IllegalArgumentException(
                    "the number of micro-batches to a step is " + microBatches + "; use 1 or more");
        }
        return new Accumulation(microBatches, inside);
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        BoundTransformation bound = inside.init(parameters);
        return bound instanceof Elementwise elementwise
                ? new OfElements(parameters, elementwise)
                : new OfAny(bound, new double[parameters.size()]);
    }

    private boolean completes(long step) {
        return (step + 1) % microBatches == 0;
    }

    private void take(double[] mean, double[] u, int from, int to, boolean complete) {
        for (int i = from; i < to; i++) {
            double sum = mean[i] + u[i] / microBatches;
            mean[i] = complete ? 0 : sum;
            u[i] = complete ? sum : 0;
        }
    }

    private final class OfElements extends Elementwise {

        private final Elementwise bound;
        private final double[][] mean;
        private boolean complete;

        OfElements(Parameters parameters, Elementwise bound) {
            super(parameters);
            this.bound = bound;
            this.mean = segments.zeros();
        }

        @Override
        void begin(long step) {
            complete = completes(step);
            if (complete) {
                bound.begin(step / microBatches);
            }
        }

        @Override
        void update(Block block) {
            take(mean[block.index], block.updates, block.from, block.to, complete);
            if (complete) {
                bound.update(block);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("accumulation.mean", mean);
            visitor.inside("accumulation", bound);
        }

        @Override
        public boolean copyAverageTo(double[] flat) {
            return bound.copyAverageTo(flat);
        }
    }

    private final class OfAny implements BoundTransformation {

        private final BoundTransformation bound;
        private final double[] mean;

        OfAny(BoundTransformation bound, double[] mean) {
            this.bound = bound;
            this.mean = mean;
        }

        @Override
        public void update(long step, double[] updates) {
            boolean complete = completes(step);
            take(mean, updates, 0, updates.length, complete);
            if (complete) {
                bound.update(step / microBatches, updates);
            }
        }

        @Override
        public void visitState(StateVisitor visitor) {
            visitor.numbers("accumulation.mean", mean);
            visitor.inside("accumulation", bound);
        }

        @Override
        public boolean copyAverageTo(double[] flat) {
            return bound.copyAverageTo(flat);
        }
    }

    @Override
    public String toString() {
        return "mean of " + microBatches + " gradients, then " + inside;
    }
}
