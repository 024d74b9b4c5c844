package dev.gradwright.optimize;

/** A {@link GradientTransformation} at work on the parameters of one model, with what it remembers from step to step. */
@FunctionalInterface
public interface BoundTransformation {

    /**
     * Transforms the updates of one step in place. Allocates nothing.
     *
     * @param step how many steps have been taken before: 0 at the first call, then one more at each call
     * @param updates the gradients, or what the links before have made of them: one number for each number of the parameters, in
     *     the order of {@link dev.gradwright.Parameters#copyValuesTo}
     */
    void update(long step, double[] updates);
}
