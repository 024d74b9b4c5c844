package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * A transformation that makes of each number what depends on that number alone, its value, its own state, and what is the same for all.
 * So it can be applied piece by piece, and several of them to a piece while that is in the nearest cache.
 */
abstract class Elementwise implements BoundTransformation {

    /** How the parameters are cut into pieces; state has the same cut. */
    final Blocks blocks;

    private final Block block = new Block();

    Elementwise(Parameters parameters) {
        blocks = new Blocks(parameters);
    }

    /** Prepares for a step: sets what is the same for all numbers. */
    abstract void begin(long step);

    /** Transforms the updates of a block. */
    abstract void update(Block block);

    @Override
    public final void update(long step, double[] updates) {
        begin(step);
        for (int i = 0; i < blocks.count(); i++) {
            blocks.loadValues(i, block);
            blocks.loadUpdates(i, updates, block);
            update(block);
            blocks.storeUpdates(block, updates);
        }
    }
}
