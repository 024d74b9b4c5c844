package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;

/**
 * Where a rule writes the adjoint (reverse-mode derivative) of an operation. Asking for contents makes the forward sweep keep
 * them, so a rule asks only for what the active arguments need.
 */
public interface AdjointWriter extends StatementWriter {

    /** The argument as it was before the operation: a number, or a reference to contents. */
    Expression before(int argument);

    /** A reference to the contents that the operation left in an argument. */
    Expression after(int argument);

    /** A reference to the adjoint of an array or matrix argument. */
    Expression bar(int argument);

    /** The operation's scalar result. */
    Expression outcome();

    /** The adjoint of the operation's scalar result. */
    Expression seed();

    /** Adds a contribution to the adjoint of a scalar argument. */
    void accumulate(int argument, Expression contribution);
}
