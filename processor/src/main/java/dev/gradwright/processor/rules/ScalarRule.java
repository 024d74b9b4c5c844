package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Function;
import java.util.List;
import java.util.Optional;

/**
 * How a pure function of numbers is differentiated.
 *
 * @param function the function
 * @param partials per argument its partial derivative; empty where the function is locally constant in it or the argument
 *     is an integer
 * @param singular per argument, where its partial derivative is infinite, as a condition on the arguments and the result
 * @param kink whether the function has points without a derivative inside its domain
 * @param costly whether evaluating it again costs much more than keeping its value
 */
public record ScalarRule(
        Function function, List<Optional<Partial>> partials, List<Partial> singular, boolean kink, boolean costly) {

    public ScalarRule {
        partials = List.copyOf(partials);
        singular = List.copyOf(singular);
    }

    /** Whether a derivative flows through it at all. */
    public boolean isActive() {
        return partials.stream().anyMatch(Optional::isPresent);
    }
}
