package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;
import java.lang.reflect.Method;
import java.util.List;

/** Computes expressions on literals: what a partial derivative is at a point. */
final class NumberEvaluator {

    private NumberEvaluator() {}

    static double number(Expression expression) {
        return ((Number) value(expression)).doubleValue();
    }

    private static Object value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        } else if (expression instanceof Expression.Unary unary) {
            return unary.operator() == Expression.UnaryOperator.NOT
                    ? !(Boolean) value(unary.operand())
                    : (Object) (-number(unary.operand()));
        } else if (expression instanceof Expression.Conditional choice) {
            return value((Boolean) value(choice.condition()) ? choice.then() : choice.otherwise());
        } else if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (expression instanceof Expression.Apply apply) {
            return call(apply);
        }
        throw new IllegalArgumentException("cannot compute " + expression);
    }

    private static Object binary(Expression.Binary binary) {
        if (binary.operator() == Expression.BinaryOperator.CONDITIONAL_AND) {
            return (Boolean) value(binary.left()) && (Boolean) value(binary.right());
        }
        double left = number(binary.left());
        double right = number(binary.right());
        return switch (binary.operator()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
            case LESS -> left < right;
            case GREATER -> left > right;
            case EQUAL -> left == right;
            default -> throw new IllegalArgumentException("cannot compute " + binary);
        };
    }

    /** Calls the library function that an expression applies. */
    static Object call(Expression.Apply apply) {
        List<Type> types = apply.function().parameters();
        Class<?>[] classes = types.stream().map(NumberEvaluator::classOf).toArray(Class<?>[]::new);
        Object[] arguments = new Object[types.size()];
        for (int i = 0; i < arguments.length; i++) {
            Object argument = value(apply.arguments().get(i));
            arguments[i] = types.get(i) == Type.INT ? (Object) ((Number) argument).intValue() : argument;
        }
        try {
            Method method = Class.forName(apply.function().owner().canonicalName())
                    .getMethod(apply.function().name(), classes);
            return method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot call " + apply.function(), e);
        }
    }

    private static Class<?> classOf(Type type) {
        return type == Type.INT ? int.class : type == Type.LONG ? long.class : double.class;
    }
}
