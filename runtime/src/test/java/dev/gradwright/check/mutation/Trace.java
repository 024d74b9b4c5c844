package dev.gradwright.check.mutation;

import dev.gradwright.check.report.Cause;
import dev.gradwright.check.settings.Stage;
import java.util.Optional;
import java.util.Set;

/**
 * What a check must find of a fault.
 *
 * @param inputs exactly those whose gradient it must call wrong; empty if a stage without differences must fail
 * @param cause the cause that it must name for each of them; empty where the numbers show no pattern
 * @param stage the stage that must fail; empty if any may
 */
record Trace(Set<String> inputs, Optional<Cause> cause, Optional<Stage> stage) {

    /** The gradients of these inputs are wrong, without a pattern. */
    static Trace in(String... inputs) {
        return new Trace(Set.of(inputs), Optional.empty(), Optional.empty());
    }

    /** No difference is needed: a stage before them fails. */
    static Trace at(Stage stage) {
        return new Trace(Set.of(), Optional.empty(), Optional.of(stage));
    }

    /** The numbers show this cause. */
    Trace as(Cause seen) {
        return new Trace(inputs, Optional.of(seen), stage);
    }
}
