package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Type;

/**
 * Points where a partial derivative is infinite. There a zero that arrives stays a zero: what does not move, or does not matter,
 * contributes nothing, while zero times infinity would be no number.
 */
public final class Singularity {

    /** Nowhere. */
    public static final Expression NEVER = new Expression.Literal(Type.BOOLEAN, false);

    private Singularity() {}

    /**
     * What arrives times a partial derivative.
     *
     * @param incoming an adjoint or a tangent
     * @param factor the partial derivative
     * @param singular whether the partial derivative is infinite
     */
    public static Expression product(Expression incoming, Expression factor, Expression singular) {
        Expression product = Expressions.times(incoming, factor);
        if (singular.equals(NEVER) || incoming.equals(Expressions.ONE)) {
            return product;
        }
        Expression isZero = Expressions.binary(BinaryOperator.EQUAL, incoming, Expressions.ZERO);
        // what arrives is seldom zero, and one comparison says so; but what has yet to be computed is computed only
        // where it must be
        Expression both = incoming instanceof Expression.Read ? and(isZero, singular) : and(singular, isZero);
        return Expressions.choose(both, Expressions.ZERO, product);
    }

    private static Expression and(Expression first, Expression second) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_AND, first, second);
    }
}
