package dev.gradwright.processor.testing.random;

import java.util.List;
import java.util.Optional;

/** Something that can be said in Java, and how it may stand in a random program. */
interface Construct {

    /** Adds statements that say it; false if it has no place here. */
    default boolean statement(List<Node> nodes, int budget) {
        return false;
    }

    /** A number that is found with it. */
    default Optional<NumberWriter.Number> number(int depth) {
        return Optional.empty();
    }
}
