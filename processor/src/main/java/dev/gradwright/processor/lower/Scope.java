package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables in scope, block by block. A variable whose declaration was refused is in scope without a meaning. */
final class Scope {

    private final Deque<Map<String, Optional<Variable>>> blocks = new ArrayDeque<>();

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    void declare(Variable variable) {
        blocks.element().put(variable.name(), Optional.of(variable));
    }

    void declareBroken(String name) {
        blocks.element().put(name, Optional.empty());
    }

    boolean contains(String name) {
        return blocks.stream().anyMatch(block -> block.containsKey(name));
    }

    /** The variable of a name; empty if its declaration was refused. */
    Optional<Variable> find(String name) {
        return blocks.stream()
                .filter(block -> block.containsKey(name))
                .findFirst()
                .flatMap(block -> block.get(name));
    }
}
