package dev.gradwright.processor.lower.body;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The local variables in scope, block by block, and what they mean: a variable of ours, or the expression that the variable of a
 * pattern stands for. A variable whose declaration was refused is in scope without a meaning.
 */
public final class Scope {

    private final Deque<Map<String, Optional<Expression>>> blocks = new ArrayDeque<>();

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    /** How many blocks are open. */
    int depth() {
        return blocks.size();
    }

    public void declare(Variable variable) {
        blocks.element().put(variable.name(), Optional.of(new Expression.Read(variable)));
    }

    public void declareBroken(String name) {
        blocks.element().put(name, Optional.empty());
    }

    /** Lets a name stand for an expression, in the block that is so many deep. */
    public void alias(String name, Expression meaning, int depth) {
        blocks.stream().skip(blocks.size() - depth).findFirst().orElseThrow().put(name, Optional.of(meaning));
    }

    public boolean contains(String name) {
        return blocks.stream().anyMatch(block -> block.containsKey(name));
    }

    /** The variable that a name means; empty if it means no variable of ours. */
    public Optional<Variable> variable(String name) {
        return find(name).filter(Expression.Read.class::isInstance).map(read -> ((Expression.Read) read).variable());
    }

    /** What a name means; empty if its declaration was refused. */
    public Optional<Expression> find(String name) {
        return blocks.stream()
                .filter(block -> block.containsKey(name))
                .findFirst()
                .flatMap(block -> block.get(name));
    }
}
