package dev.gradwright.processor.testing.random;

import dev.gradwright.processor.testing.random.Var.Group;
import dev.gradwright.processor.testing.random.Var.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A method that a random program may call.
 *
 * @param result what it returns, empty for nothing
 * @param needsObject whether it is an instance method
 * @param group where what it returns belongs
 */
record Helper(String name, boolean needsObject, Optional<Kind> result, Group group, List<Var> parameters) {}
