package dev.gradwright;

/**
 * What all generated gradients have in common: parameters by name, each with its value and the derivative with respect to it.
 *
 * <p>Gradients accumulate: each backward method adds, {@link #zero()} clears.
 */
public interface Gradient {

    /** The parameters of the model and of all models inside it, each once, with their gradients. */
    Parameters parameters();

    /** Sets the gradient of every parameter to zero. */
    void zero();
}
