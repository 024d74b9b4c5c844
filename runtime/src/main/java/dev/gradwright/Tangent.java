package dev.gradwright;

/** What all generated tangents have in common: parameters by name, each with its value and the direction it moves in. */
public interface Tangent {

    /**
     * The parameters of the model and of all models inside it, each once; where a gradient lists the gradient of a parameter, this
     * lists its direction.
     */
    Parameters parameters();
}
