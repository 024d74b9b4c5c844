package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.OperationRules;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The writes that fill a new array or matrix before any other reference to it exists. Whatever another object was given
 * before, it was not this one, even where its alias class is the same.
 */
final class CreationWrites {

    private final Set<Statement> writes = Collections.newSetFromMap(new IdentityHashMap<>());

    private CreationWrites() {}

    static CreationWrites in(Unit unit) {
        CreationWrites creation = new CreationWrites();
        unit.methods().values().forEach(method -> creation.visit(method.body()));
        return creation;
    }

    boolean contains(Statement write) {
        return writes.contains(write);
    }

    private void visit(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Allocate made && isArray(made.variable())) {
                follow(made.variable(), statements.subList(i + 1, statements.size()));
            }
            Walk.blocks(statements.get(i)).forEach(this::visit);
        }
    }

    private static boolean isArray(Variable variable) {
        return variable.type() instanceof Type.Matrix || variable.type() instanceof Type.ArrayOf;
    }

    /** Collects the writes into a new object up to the statement in which its reference goes elsewhere. */
    private void follow(Variable made, List<Statement> statements) {
        for (Statement statement : statements) {
            boolean[] escapes = {false};
            Walk.statements(new Block(List.of(statement)), inner -> escapes[0] |= lets(inner, made));
            if (escapes[0]) {
                return;
            }
            Walk.statements(new Block(List.of(statement)), inner -> {
                if (writes(inner, made)) {
                    writes.add(inner);
                }
            });
        }
    }

    private static boolean lets(Statement statement, Variable made) {
        if (statement instanceof Statement.Assign assign && assign.variable() == made) {
            return true;
        }
        boolean takesNoReference = statement instanceof Statement.Operate || statement instanceof Statement.Allocate;
        return Walk.expressions(statement).stream()
                .filter(expression -> !(takesNoReference && isMade(expression, made)))
                .anyMatch(expression -> leaks(expression, made));
    }

    /** Whether a reference to the new object is part of the value of an expression. */
    private static boolean leaks(Expression expression, Variable made) {
        if (isMade(expression, made)) {
            return true;
        }
        boolean looksInside = expression instanceof Expression.Place
                || expression instanceof Expression.Extent
                || expression instanceof Expression.Length;
        return expression.parts().stream()
                .filter(part -> !(looksInside && isMade(part, made)))
                .anyMatch(part -> leaks(part, made));
    }

    private static boolean writes(Statement statement, Variable made) {
        if (statement instanceof Statement.Store store) {
            return isMade(store.place().container(), made);
        } else if (statement instanceof Statement.Operate operate) {
            return OperationRules.of(operate.operation()).outputs().stream()
                    .anyMatch(output -> isMade(operate.arguments().get(output), made));
        }
        return false;
    }

    private static boolean isMade(Expression expression, Variable made) {
        return expression instanceof Expression.Read read && read.variable() == made
                || expression instanceof Expression.Data data && isMade(data.matrix(), made);
    }
}
