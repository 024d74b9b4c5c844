package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import dev.gradwright.processor.ir.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds products of numbers as one does on paper: {@code g * x + x * g} is {@code 2 * g * x}. */
final class Products {

    private double coefficient = 1;
    private final List<Expression> factors = new ArrayList<>();

    private Products(Expression expression) {
        collect(expression);
    }

    /** The sum of two numbers. */
    static Expression sum(Expression left, Expression right) {
        return joined(left, right).orElseGet(() -> {
            Optional<Expression> subtrahend = negated(left);
            if (subtrahend.isEmpty()) {
                return Expressions.plus(left, right);
            }
            return negated(right)
                    .map(also -> Expressions.negate(Expressions.plus(subtrahend.get(), also)))
                    .orElseGet(() -> Expressions.minus(right, subtrahend.get()));
        });
    }

    /** The sum, if one of the terms of the first number has the same factors as the second. */
    private static Optional<Expression> joined(Expression terms, Expression term) {
        Optional<Expression> like = likeTerms(terms, term);
        if (like.isEmpty() && negated(terms).isPresent()) {
            return joined(negated(terms).get(), Expressions.negate(term)).map(Expressions::negate);
        }
        if (like.isPresent() || !(terms instanceof Expression.Binary sum)) {
            return like;
        } else if (sum.operator() == BinaryOperator.PLUS) {
            return joined(sum.right(), term)
                    .map(right -> Expressions.plus(sum.left(), right))
                    .or(() -> joined(sum.left(), term).map(left -> Expressions.plus(left, sum.right())));
        } else if (sum.operator() == BinaryOperator.MINUS) {
            return joined(Expressions.negate(sum.right()), term)
                    .map(right -> Expressions.plus(sum.left(), right))
                    .or(() -> joined(sum.left(), term).map(left -> Expressions.minus(left, sum.right())));
        }
        return Optional.empty();
    }

    /** The sum of two products of the same factors. */
    private static Optional<Expression> likeTerms(Expression left, Expression right) {
        Products first = new Products(left);
        Products second = new Products(right);
        double sum = first.coefficient + second.coefficient;
        List<Expression> rest = new ArrayList<>(second.factors);
        boolean isSame =
                rest.size() == first.factors.size() && first.factors.stream().allMatch(rest::remove);
        return isSame && sum != 0 && Double.isFinite(sum) ? Optional.of(product(sum, first.factors)) : Optional.empty();
    }

    private static Expression product(double coefficient, List<Expression> factors) {
        Expression product = Expressions.literal(Math.abs(coefficient));
        for (Expression factor : factors) {
            product = Expressions.times(product, factor);
        }
        return coefficient < 0 ? Expressions.negate(product) : product;
    }

    private static Optional<Expression> negated(Expression expression) {
        return expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE
                ? Optional.of(unary.operand())
                : Optional.empty();
    }

    private void collect(Expression expression) {
        if (expression instanceof Expression.Binary binary && binary.operator() == BinaryOperator.TIMES) {
            collect(binary.left());
            collect(binary.right());
        } else if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            coefficient = -coefficient;
            collect(unary.operand());
        } else if (expression instanceof Expression.Literal literal && literal.value() instanceof Double value) {
            coefficient *= value;
        } else {
            factors.add(expression);
        }
    }
}
