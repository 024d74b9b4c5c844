package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.Optional;

/**
 * Recognises chains of choices by one variable, as switches become. There the variable itself is worth keeping, rather than the
 * outcome of each test.
 */
final class Selection {

    private Selection() {}

    /** The variable that a choice, and the choice that is all there is on its other side, compare with constants. */
    static Optional<Variable> of(Statement.If choice) {
        boolean isChain = choice.otherwise().statements().size() == 1
                && choice.otherwise().statements().get(0) instanceof Statement.If next
                && selector(next.condition()).isPresent()
                && selector(next.condition()).equals(selector(choice.condition()));
        return isChain ? selector(choice.condition()) : Optional.empty();
    }

    private static Optional<Variable> selector(Expression test) {
        if (test instanceof Expression.SameText same) {
            return selector(same.left(), same.right());
        } else if (test instanceof Expression.Binary binary && binary.operator() == BinaryOperator.EQUAL) {
            return selector(binary.left(), binary.right());
        } else if (test instanceof Expression.Binary binary && binary.operator() == BinaryOperator.CONDITIONAL_OR) {
            Optional<Variable> left = selector(binary.left());
            return left.isPresent() && left.equals(selector(binary.right())) ? left : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Variable> selector(Expression left, Expression right) {
        boolean isConstant = right instanceof Expression.Literal || right instanceof Expression.StaticField;
        if (left instanceof Expression.Cast cast) {
            return selector(cast.operand(), right);
        }
        return isConstant && left instanceof Expression.Read read ? Optional.of(read.variable()) : Optional.empty();
    }
}
