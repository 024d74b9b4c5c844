package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;

/** What the two derivative passes have in common when a rule writes statements. */
public interface StatementWriter {

    /** Whether a derivative flows through the argument: it has a tangent and an adjoint. */
    boolean active(int argument);

    /** Adds a statement to the derivative. */
    void emit(Statement statement);

    /** A new local variable of the derivative, with a name close to the one asked for. */
    Variable temporary(String name, Type type);
}
