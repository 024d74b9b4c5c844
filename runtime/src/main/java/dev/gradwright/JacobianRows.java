package dev.gradwright;

/**
 * What all generated classes have in common whose reverse sweeps carry several seeds at once: for each seed a derivative, which is the
 * product of the seed and the Jacobian.
 *
 * <p>Derivatives with respect to parameters accumulate: each backward method adds, {@link #zero()} clears.
 */
public interface JacobianRows {

    /** How many seeds a sweep carries. */
    int seeds();

    /**
     * The parameters of the model and of all models inside it, each once, with their gradients for one of the seeds.
     *
     * @param seed which seed of the sweep, from zero
     */
    Parameters parameters(int seed);

    /** Sets the gradient of every parameter to zero, for all seeds. */
    void zero();
}
