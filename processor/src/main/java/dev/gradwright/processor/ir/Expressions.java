package dev.gradwright.processor.ir;

import dev.gradwright.processor.ir.Expression.Binary;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.Literal;
import dev.gradwright.processor.ir.Expression.Read;
import dev.gradwright.processor.ir.Expression.Unary;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import java.util.List;

/** Builds expressions the way one writes them on paper: factors of one and double minus signs are not kept. */
public final class Expressions {

    public static final Expression ZERO = literal(0.0);
    public static final Expression ONE = literal(1.0);

    private Expressions() {}

    public static Expression literal(double value) {
        return new Literal(Type.DOUBLE, value);
    }

    public static Expression literal(int value) {
        return new Literal(Type.INT, value);
    }

    public static Expression read(Variable variable) {
        return new Read(variable);
    }

    public static Expression plus(Expression left, Expression right) {
        if (right instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return minus(left, unary.operand());
        }
        return binary(BinaryOperator.PLUS, left, right);
    }

    public static Expression minus(Expression left, Expression right) {
        return binary(BinaryOperator.MINUS, left, right);
    }

    public static Expression times(Expression left, Expression right) {
        if (isOne(left)) {
            return right;
        }
        if (isOne(right)) {
            return left;
        }
        if (right instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return negate(times(left, unary.operand()));
        }
        if (left instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return negate(times(unary.operand(), right));
        }
        if (right instanceof Binary quotient
                && quotient.operator() == BinaryOperator.DIVIDE
                && isOne(quotient.left())) {
            return divide(left, quotient.right());
        }
        return binary(BinaryOperator.TIMES, left, right);
    }

    public static Expression divide(Expression left, Expression right) {
        return isOne(right) ? left : binary(BinaryOperator.DIVIDE, left, right);
    }

    public static Expression negate(Expression operand) {
        if (operand instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return unary.operand();
        }
        if (operand instanceof Literal literal && literal.value() instanceof Double value && value != 0) {
            return literal(-value);
        }
        return new Unary(UnaryOperator.NEGATE, operand);
    }

    /** An arithmetic or comparing operator on two operands of one type. */
    public static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Binary(operator.isComparison() ? Type.BOOLEAN : left.type(), operator, left, right);
    }

    /** {@code condition ? then : otherwise}. */
    public static Expression choose(Expression condition, Expression then, Expression otherwise) {
        return new Expression.Conditional(then.type(), condition, then, otherwise);
    }

    /** A function of {@code java.lang.Math} on doubles. */
    public static Expression math(String name, Expression... arguments) {
        List<Expression> list = List.of(arguments);
        Function function = new Function(
                ClassRef.of("java.lang", "Math"),
                name,
                list.stream().map(Expression::type).toList(),
                Type.DOUBLE);
        return new Expression.Apply(function, list, Position.NOWHERE);
    }

    /** The value of a variable that Java proves to be assigned before it is read, in ways that generated code may not show. */
    public static Expression defaultValue(Type type) {
        if (type == Type.DOUBLE) {
            return new Literal(type, 0.0);
        } else if (type == Type.INT) {
            return new Literal(type, 0);
        } else if (type == Type.LONG) {
            return new Literal(type, 0L);
        } else if (type == Type.CHAR) {
            return new Literal(type, '\0');
        } else if (type == Type.BYTE) {
            return new Literal(type, (byte) 0);
        } else if (type == Type.SHORT) {
            return new Literal(type, (short) 0);
        } else if (type == Type.BOOLEAN) {
            return new Literal(type, false);
        }
        return new Expression.Null(type, true);
    }

    /** How many nodes an expression has. */
    public static int size(Expression expression) {
        int size = 1;
        for (Expression part : expression.parts()) {
            size += size(part);
        }
        return size;
    }

    /** Whether the variable occurs in the expression. */
    public static boolean reads(Expression expression, Variable variable) {
        if (expression instanceof Read read) {
            return read.variable() == variable;
        }
        for (Expression part : expression.parts()) {
            if (reads(part, variable)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Expression expression) {
        return expression instanceof Literal literal && Double.valueOf(1).equals(literal.value());
    }
}
