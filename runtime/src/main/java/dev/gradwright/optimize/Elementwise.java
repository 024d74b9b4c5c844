package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * A transformation that makes of each number what depends on that number alone, its value, its own state, and what is the same for all.
 * So it can be applied piece by piece, and several of them to a piece while that is in the nearest cache.
 */
abstract class Elementwise implements BoundTransformation {

    /** Where the numbers are; state is laid out in the same way. */
    final Segments segments;

    private Block block;

    Elementwise(Parameters parameters) {
        segments = new Segments(parameters);
    }

    /** Prepares for a step: sets what is the same for all numbers. */
    abstract void begin(long step);

    /** Transforms the updates of a block. */
    abstract void update(Block block);

    /** What it is a chain of. */
    Elementwise[] links() {
        return new Elementwise[] {this};
    }

    @Override
    public final void update(long step, double[] updates) {
        if (block == null) {
            block = new Block(segments); // only those that stand beside one that sees all updates need one
        }
        begin(step);
        for (int i = 0; i < segments.count(); i++) {
            for (boolean more = block.first(i); more; more = block.next()) {
                block.loadUpdates(updates);
                update(block);
                block.storeUpdates(updates);
            }
        }
    }
}
