package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/** How a step goes from gradients to new parameters. */
interface Sweep {

    /** Takes a step. */
    void step(long step);

    /** The quickest way for a transformation. */
    static Sweep of(Parameters parameters, BoundTransformation bound) {
        if (!(bound instanceof Elementwise elementwise)) {
            return new Whole(parameters, bound, new double[parameters.size()], new Block(new Segments(parameters)));
        }
        return FusedSweep.of(elementwise).orElseGet(() -> new ByBlock(elementwise, new Block(elementwise.segments)));
    }

    /** Block by block, from gradient to new value: each number passes through the caches once. */
    record ByBlock(Elementwise bound, Block block) implements Sweep {

        @Override
        public void step(long step) {
            bound.begin(step);
            int count = bound.segments.count();
            for (int i = 0; i < count; i++) {
                for (boolean more = block.first(i); more; more = block.next()) {
                    block.loadGradients();
                    bound.update(block);
                    block.addToValues();
                }
            }
        }
    }

    /** All gradients, then all updates, then all values: for what needs to see them all. */
    record Whole(Parameters parameters, BoundTransformation bound, double[] updates, Block block) implements Sweep {

        @Override
        public void step(long step) {
            parameters.copyGradientsTo(updates);
            bound.update(step, updates);
            int count = block.count();
            for (int i = 0; i < count; i++) {
                for (boolean more = block.first(i); more; more = block.next()) {
                    block.loadUpdates(updates);
                    block.addToValues();
                }
            }
        }
    }
}
