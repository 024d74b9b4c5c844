package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;

/**
 * Where a rule writes the tangent (forward-mode derivative) of an operation. Its statements run before the operation, or after it if the
 * rule says so.
 */
public interface TangentWriter extends StatementWriter {

    /** The argument: a number, or a reference to its contents, before the operation or after it as the statements run. */
    Expression value(int argument);

    /** The argument's tangent: a number, or a reference to an array or matrix of the same shape. */
    Expression dot(int argument);

    /** The operation's scalar result, if the statements run after it. */
    Expression outcome();

    /** Says what the tangent of the operation's scalar result is. */
    void result(Expression tangent);
}
