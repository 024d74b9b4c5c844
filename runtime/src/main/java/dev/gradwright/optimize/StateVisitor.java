package dev.gradwright.optimize;

/** Is shown what a {@link BoundTransformation} remembers; may read it, to save it, or write it, to restore it. */
public interface StateVisitor {

    /**
     * Is shown numbers.
     *
     * @param name a name that no other state of the transformation has
     * @param numbers the arrays in which they are kept; a single number is an array of length 1
     */
    void numbers(String name, double[]... numbers);

    /** Is shown the state of a transformation inside the transformation, under a name that stands before the names of its state. */
    void inside(String name, BoundTransformation part);
}
