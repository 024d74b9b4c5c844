package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import java.util.Optional;

/** What is added where a variable or a place gets its old value plus or minus something. */
final class Increments {

    private Increments() {}

    /** What a value adds to an old one, if it is the old one plus or minus something. */
    static Optional<Expression> of(Expression value, Expression old) {
        if (value instanceof Expression.Binary binary && binary.left().equals(old)) {
            if (binary.operator() == BinaryOperator.PLUS) {
                return Optional.of(binary.right());
            } else if (binary.operator() == BinaryOperator.MINUS) {
                return Optional.of(Expressions.negate(binary.right()));
            }
        }
        return Optional.empty();
    }
}
