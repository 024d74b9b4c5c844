package dev.gradwright.processor.rules;

import static dev.gradwright.processor.ir.Expressions.ZERO;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where functions and operations have kinks or steps, told by what decides on which side an argument is. */
public final class Kinks {

    private Kinks() {}

    /** What is decided in a function of the table: nothing in a smooth one. */
    public static List<Expression> decisions(Expression.Apply apply) {
        List<Expression> a = apply.arguments();
        return switch (apply.function().name()) {
            case "abs" -> List.of(less(a.get(0), ZERO));
            case "max", "min" -> List.of(less(a.get(0), a.get(1)));
            case "clamp" -> List.of(less(a.get(0), a.get(1)), less(a.get(2), a.get(0)));
            case "copySign" -> List.of(less(a.get(0), ZERO), less(a.get(1), ZERO));
            case "IEEEremainder" ->
                List.of(new Expression.Cast(
                        Type.LONG,
                        new Expression.Binary(
                                Type.DOUBLE,
                                BinaryOperator.DIVIDE,
                                new Expression.Binary(Type.DOUBLE, BinaryOperator.MINUS, a.get(0), apply),
                                a.get(1)),
                        false));
            case "hypot" ->
                List.of(
                        and(isZero(a.get(1)), less(a.get(0), ZERO)),
                        and(isZero(a.get(0)), less(a.get(1), ZERO)),
                        and(isZero(a.get(0)), isZero(a.get(1))));
            case "atan2" ->
                List.of(and(less(a.get(0), ZERO), less(a.get(1), ZERO)), and(isZero(a.get(0)), isZero(a.get(1))));
            case "floor",
                    "ceil",
                    "rint",
                    "signum",
                    "ulp",
                    "round",
                    "getExponent",
                    "nextAfter",
                    "isNaN",
                    "isInfinite",
                    "isFinite" -> List.of(apply);
            default -> List.of();
        };
    }

    /** Whether an operation on contents has neither kinks nor steps, as far as its name tells. */
    public static boolean isSmooth(Operation operation) {
        String owner = operation.owner().canonicalName();
        boolean isKnown =
                Stream.of("org.ejml.", "java.", "dev.gradwright.math.").anyMatch(owner::startsWith);
        String name = operation.name().toLowerCase(Locale.ROOT);
        return isKnown
                && Stream.of("max", "min", "abs", "sort", "sign", "floor", "round")
                        .noneMatch(name::contains);
    }

    private static Expression less(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.LESS, left, right);
    }

    private static Expression isZero(Expression value) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.EQUAL, value, ZERO);
    }

    private static Expression and(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_AND, left, right);
    }
}
