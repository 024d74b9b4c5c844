package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Integers that each turn of a loop changes by the same amount: the value at a turn follows from the value before the loop and the
 * number of the turn, in Java's own arithmetic, which wraps around both ways.
 */
final class Inductions {

    private final Values values;

    Inductions(Values values) {
        this.values = values;
    }

    /** The loop body that counts a variable, and where in it a statement stands. */
    private record Counted(Scope body, int index, long step) {}

    /** Whether a loop around a statement counts the variable. */
    boolean counts(Point point, Variable variable) {
        return counted(point, variable).isPresent();
    }

    /** The value of a variable just before a statement, if a loop around the statement counts it. */
    Optional<Expression> at(Point point, Variable variable) {
        return counted(point, variable).map(counted -> value(counted, variable));
    }

    private Optional<Counted> counted(Point point, Variable variable) {
        if (!variable.type().isIntegral()) {
            return Optional.empty();
        }
        Scope scope = point.scope();
        int index = point.index();
        while (!Assignments.writes(scope.block(), variable)) {
            if (scope.parent().isEmpty()) {
                return Optional.empty();
            }
            index = scope.indexInParent();
            scope = scope.parent().get();
        }
        OptionalLong step = scope.turn().isPresent() ? step(scope.block(), variable) : OptionalLong.empty();
        return step.isPresent() ? Optional.of(new Counted(scope, index, step.getAsLong())) : Optional.empty();
    }

    private Expression value(Counted counted, Variable variable) {
        Scope body = counted.body();
        Expression number = as(variable.type(), body.turn().orElseThrow().get());
        Point before = new Point(body.parent().orElseThrow(), body.indexInParent());
        Expression value = moved(variable, values.at(before, Expressions.read(variable)), number, counted.step());
        boolean isPast = body.block().statements().subList(0, counted.index()).stream()
                .anyMatch(statement -> Assignments.writes(statement, variable));
        return isPast ? moved(variable, value, literal(variable, 1), counted.step()) : value;
    }

    /** A number of turns in another type; there may be more of them than the difference of two ints can tell. */
    private static Expression as(Type type, Expression turn) {
        if (turn.type().equals(type)) {
            return turn;
        } else if (type == Type.LONG && turn instanceof Expression.Binary difference) {
            return Expressions.minus(as(type, difference.left()), as(type, difference.right()));
        }
        return new Expression.Cast(type, turn, false);
    }

    /** {@code start + times * step}, as one would write it. */
    private static Expression moved(Variable variable, Expression start, Expression times, long step) {
        if (isZero(times)) {
            return start;
        }
        // the smallest long has no positive counterpart, and its arithmetic wraps around to the same value either way
        boolean isDown = step < 0 && !isZero(start);
        Expression size = literal(variable, isDown ? -step : step);
        Expression offset = isOne(size) ? times : isOne(times) ? size : Expressions.times(times, size);
        if (isZero(start)) {
            return offset;
        }
        return isDown ? Expressions.minus(start, offset) : Expressions.plus(start, offset);
    }

    private static Expression literal(Variable variable, long value) {
        return variable.type() == Type.LONG
                ? new Expression.Literal(Type.LONG, value)
                : Expressions.literal((int) value);
    }

    private static boolean isOne(Expression expression) {
        return expression instanceof Expression.Literal literal
                && literal.value() instanceof Number number
                && number.doubleValue() == 1;
    }

    static boolean isZero(Expression expression) {
        return expression instanceof Expression.Literal literal
                && literal.value() instanceof Number number
                && number.doubleValue() == 0;
    }

    /** By how much a block changes a variable, if that is a constant and happens in each turn, once. */
    private static OptionalLong step(Block body, Variable variable) {
        List<Statement> writes = body.statements().stream()
                .filter(statement -> Assignments.writes(statement, variable))
                .toList();
        if (writes.size() == 1
                && writes.get(0) instanceof Statement.Assign assign
                && assign.value() instanceof Expression.Binary sum
                && isValueBefore(body, sum.left(), variable)
                && sum.right() instanceof Expression.Literal literal
                && literal.value() instanceof Number number) {
            if (sum.operator() == BinaryOperator.PLUS) {
                return OptionalLong.of(number.longValue());
            } else if (sum.operator() == BinaryOperator.MINUS) {
                return OptionalLong.of(-number.longValue());
            }
        }
        return OptionalLong.empty();
    }

    /** Whether an expression is the variable's value before the only statement that changes it, as in {@code x[k++]}. */
    private static boolean isValueBefore(Block body, Expression expression, Variable variable) {
        Expression read = Expressions.read(variable);
        return expression.equals(read)
                || expression instanceof Expression.Read copy
                        && body.statements().stream()
                                .anyMatch(statement -> statement instanceof Statement.Declare declare
                                        && declare.variable() == copy.variable()
                                        && declare.value().filter(read::equals).isPresent());
    }
}
