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

    /**
     * Shows a visitor all that is remembered from step to step, so that it can be saved and restored. A transformation without state,
     * as a lambda is, has nothing to show.
     */
    default void visitState(StateVisitor visitor) {}

    /**
     * Writes the average of the parameters that the method keeps, as {@link Asgd} and {@link ScheduleFree} do.
     *
     * @param flat receives the average, in the order of {@link dev.gradwright.Parameters#copyValuesTo}
     * @return whether there is one; if not, nothing is written
     */
    default boolean copyAverageTo(double[] flat) {
        return false;
    }
}
