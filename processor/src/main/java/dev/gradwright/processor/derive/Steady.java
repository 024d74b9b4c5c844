package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;

/** Expressions that have the same value before a loop and at each of its turns. */
final class Steady {

    private Steady() {}

    /** Whether an expression certainly is such: it reads no number in memory, and no reference that the loop changes. */
    static boolean in(Statement.For loop, Expression expression) {
        boolean isOfReferences = !Walk.any(
                loop.body(),
                statement -> statement instanceof Statement.Store store
                        && store.place().type().isReference());
        return !Walk.any(expression, part -> {
            if (part instanceof Expression.Read read) {
                return read.variable() == loop.index() || Assignments.writes(loop.body(), read.variable());
            } else if (part instanceof Expression.Element) {
                return !part.type().isReference() || !isOfReferences;
            }
            return !(part instanceof Expression.Literal
                    || part instanceof Expression.Length
                    || part instanceof Expression.Extent
                    || part instanceof Expression.ModelField field
                            && field.type().isReference()
                    || part instanceof Expression.Binary binary
                            && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS));
        });
    }
}
