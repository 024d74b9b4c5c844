package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/** Turns gradients around, for objectives that are to be large. Before all other links. */
public final class Ascent implements GradientTransformation {

    private static final Ascent INSTANCE = new Ascent();

    private Ascent() {}

    /** The link; it has no options. */
    public static Ascent uphill() {
        return INSTANCE;
    }

    @Override
    public BoundTransformation init(Parameters parameters) {
        return new Elementwise(parameters) {
            @Override
            void begin(long step) {}

            @Override
            void update(Block block) {
                negate(block.updates, block.from, block.to);
            }
        };
    }

    private static void negate(double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] = -u[i];
        }
    }

    @Override
    public String toString() {
        return "uphill";
    }
}
