package dev.gradwright.optimize;

import dev.gradwright.Parameters;

/**
 * A rule that turns gradients into updates, or updates into better ones. It has no state of its own and may be used for several
 * models; what it remembers from step to step belongs to what {@link #init} returns.
 *
 * <p>Rules are put one behind the other by {@link Chain}. At the end of the chain, updates are added to the parameters.
 */
@FunctionalInterface
public interface GradientTransformation {

    /**
     * Allocates all that the rule will need for these parameters, with the state before the first step.
     *
     * @param parameters the parameters whose gradients will be transformed
     * @return the rule at work on these parameters
     */
    BoundTransformation init(Parameters parameters);
}
