package dev.gradwright.minimize;

/** Is told of every state of a minimizer, and may stop it. */
@FunctionalInterface
public interface Progress {

    /**
     * Is told of a state.
     *
     * @return whether to go on
     */
    boolean goOn(MinimizerState state);
}
