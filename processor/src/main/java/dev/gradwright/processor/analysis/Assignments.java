package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which local variables of a method are given a value more than once. */
public final class Assignments {

    private final Set<Variable> reassigned = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Analyses a method. */
    public Assignments(Method method) {
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.Assign assign) {
                reassigned.add(assign.variable());
            } else if (statement instanceof Statement.Declare declare
                    && declare.value().isEmpty()) {
                reassigned.add(declare.variable());
            }
        });
    }

    /** Whether the variable has one value from its declaration to the end of its scope. */
    public boolean isFinal(Variable variable) {
        return !reassigned.contains(variable);
    }

    /** Whether a statement, or one inside it, declares the variable or gives it a value. */
    public static boolean writes(Statement statement, Variable variable) {
        if (statement instanceof Statement.Assign assign && assign.variable() == variable
                || Walk.declared(statement).contains(variable)) {
            return true;
        }
        return Walk.blocks(statement).stream().anyMatch(block -> writes(block, variable));
    }

    /** Whether a statement of the block, or one inside it, declares the variable or gives it a value. */
    public static boolean writes(Block block, Variable variable) {
        return block.statements().stream().anyMatch(statement -> writes(statement, variable));
    }
}
