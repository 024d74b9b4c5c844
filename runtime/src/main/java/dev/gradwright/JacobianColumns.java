package dev.gradwright;

/**
 * What all generated classes have in common whose forward sweeps carry several directions at once: for each direction a tangent, which
 * is the product of the Jacobian and the direction.
 */
public interface JacobianColumns {

    /** How many directions a sweep carries. */
    int directions();

    /**
     * The parameters of the model and of all models inside it, each once; where a gradient lists the gradient of a parameter, this
     * lists one of the directions.
     *
     * @param direction which direction of the sweep, from zero
     */
    Parameters parameters(int direction);
}
