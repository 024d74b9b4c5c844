package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/** How a step goes from gradients to new parameters. */
interface Sweep {

    /** Takes a step. */
    void step(long step);

    /** The quickest way for a transformation. */
    static Sweep of(Parameters parameters, BoundTransformation bound) {
        return bound instanceof Elementwise elementwise
                ? new ByBlock(elementwise, new Block())
                : new Whole(parameters, bound, new Blocks(parameters), new double[parameters.size()], new Block());
    }

    /** Block by block, from gradient to new value: each number passes through the caches once. */
    record ByBlock(Elementwise bound, Block block) implements Sweep {

        @Override
        public void step(long step) {
            bound.begin(step);
            Blocks blocks = bound.blocks;
            for (int i = 0; i < blocks.count(); i++) {
                blocks.loadGradients(i, block);
                blocks.loadValues(i, block);
                bound.update(block);
                add(block);
                blocks.storeValues(block);
            }
        }
    }

    /** All gradients, then all updates, then all values: for what needs to see them all. */
    record Whole(Parameters parameters, BoundTransformation bound, Blocks blocks, double[] updates, Block block)
            implements Sweep {

        @Override
        public void step(long step) {
            parameters.copyGradientsTo(updates);
            bound.update(step, updates);
            for (int i = 0; i < blocks.count(); i++) {
                blocks.loadValues(i, block);
                blocks.loadUpdates(i, updates, block);
                add(block);
                blocks.storeValues(block);
            }
        }
    }

    private static void add(Block block) {
        add(block.values, block.updates, block.length);
    }

    private static void add(double[] values, double[] updates, int length) {
        for (int i = 0; i < length; i++) {
            values[i] += updates[i];
        }
    }
}
