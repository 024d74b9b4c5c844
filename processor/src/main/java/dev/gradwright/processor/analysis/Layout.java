package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the statements of a method stand: in which order, and inside which loops. */
final class Layout {

    private record Place(int order, List<Statement> loops) {}

    private final Map<Statement, Place> places = new IdentityHashMap<>();
    private final Map<Variable, List<Statement>> declarations = new IdentityHashMap<>();
    private int next;

    Layout(Method method) {
        method.parameters().forEach(parameter -> declarations.put(parameter.variable(), List.of()));
        visit(method.body(), List.of());
    }

    private void visit(Block block, List<Statement> loops) {
        for (Statement statement : block.statements()) {
            places.put(statement, new Place(next++, loops));
            Walk.declared(statement).forEach(variable -> declarations.put(variable, loops));
            List<Statement> inner = loops;
            if (statement instanceof Statement.For || statement instanceof Statement.While) {
                inner = new ArrayList<>(loops);
                inner.add(statement);
            }
            for (Block body : Walk.blocks(statement)) {
                visit(body, inner);
            }
        }
    }

    boolean contains(Statement statement) {
        return places.containsKey(statement);
    }

    boolean isAfter(Statement later, Statement earlier) {
        return places.get(later).order() > places.get(earlier).order();
    }

    /** The loops that both statements are inside of, outermost first. */
    List<Statement> commonLoops(Statement first, Statement second) {
        List<Statement> common = new ArrayList<>(places.get(first).loops());
        common.removeIf(loop -> places.get(second).loops().stream().noneMatch(other -> other == loop));
        return common;
    }

    /** Whether a statement is part of what a loop repeats. */
    boolean isInside(Statement statement, Statement loop) {
        return places.get(statement).loops().stream().anyMatch(other -> other == loop);
    }

    /** The loop around a statement that a variable is the index of. */
    Optional<Statement.For> counting(Variable index, Statement statement) {
        return places.get(statement).loops().stream()
                .filter(loop -> loop instanceof Statement.For counting && counting.index() == index)
                .map(Statement.For.class::cast)
                .findFirst();
    }

    /** Whether the variable belongs to this method and is declared inside the loop. */
    boolean isDeclaredInside(Variable variable, Statement loop) {
        List<Statement> loops = declarations.get(variable);
        return loops != null && loops.stream().anyMatch(other -> other == loop);
    }

    boolean declares(Variable variable) {
        return declarations.containsKey(variable);
    }
}
