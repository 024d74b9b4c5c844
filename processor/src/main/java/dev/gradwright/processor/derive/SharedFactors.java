package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names what is the same for all seeds in a statement that is about to be repeated for each of them, such as a partial derivative, so
 * that it is computed once.
 */
final class SharedFactors {

    private final Laned laned;
    private final boolean readsMemory;

    private SharedFactors(Laned laned, boolean readsMemory) {
        this.laned = laned;
        this.readsMemory = readsMemory;
    }

    /** In a reverse sweep everything is named that takes time, and reading memory does. */
    static SharedFactors ofReverseSweep(Laned laned) {
        return new SharedFactors(laned, true);
    }

    /** In a forward sweep what may throw stays where it is, for the first exception is the one of the program. */
    static SharedFactors ofForwardSweep(Laned laned) {
        return new SharedFactors(laned, false);
    }

    /** A statement with names in it, and what they stand for. */
    record Named(List<Statement> declarations, Statement statement) {}

    Named of(Statement statement) {
        boolean computes = statement instanceof Statement.Declare declare
                        && declare.variable().type() == Type.DOUBLE
                || statement instanceof Statement.Assign assign
                        && assign.variable().type() == Type.DOUBLE
                || statement instanceof Statement.Store store && store.place().type() == Type.DOUBLE;
        if (!computes) {
            return new Named(List.of(), statement);
        }
        Map<Expression, Variable> names = new LinkedHashMap<>();
        Statement named = Substitution.expressions(statement, expression -> named(expression, names));
        List<Statement> declarations = new ArrayList<>();
        names.forEach(
                (value, name) -> declarations.add(new Statement.Declare(name, Optional.of(value), Position.NOWHERE)));
        return new Named(declarations, named);
    }

    private Expression named(Expression expression, Map<Expression, Variable> names) {
        if (!laned.has(expression)) {
            return isWorthAName(expression)
                    ? Expressions.read(
                            names.computeIfAbsent(expression, value -> Variable.synthetic("factor", value.type())))
                    : expression;
        }
        List<Expression> parts = new ArrayList<>(expression.parts());
        // what only one side of a choice needs must not be computed for the other
        int everyTime = expression instanceof Expression.Conditional ? 1 : parts.size();
        for (int i = 0; i < everyTime; i++) {
            parts.set(i, named(parts.get(i), names));
        }
        return expression.withParts(parts);
    }

    private boolean isWorthAName(Expression expression) {
        if (expression.type().isReference()) {
            return false;
        }
        boolean takesTime = expression.type() == Type.DOUBLE && Walk.any(expression, SharedFactors::isOperation);
        return readsMemory
                ? takesTime || Walk.any(expression, Expression.Place.class::isInstance)
                : takesTime && !Walk.any(expression, SharedFactors::mayThrow);
    }

    private static boolean isOperation(Expression part) {
        return part instanceof Expression.Apply
                || part instanceof Expression.Binary
                || part instanceof Expression.Conditional;
    }

    /** Whether it may throw by itself: it reads memory, computes with integers or runs code of the user's. */
    private static boolean mayThrow(Expression part) {
        return part instanceof Expression.Place
                || part instanceof Expression.Length
                || part instanceof Expression.Extent
                || part instanceof Expression.Data
                || part instanceof Expression.Component
                || part instanceof Expression.Cast cast && !(cast.type() instanceof Type.Simple)
                || part instanceof Expression.Binary binary && binary.type() != Type.DOUBLE
                || part instanceof Expression.Apply apply
                        && (apply.type() != Type.DOUBLE
                                || !apply.function().partials().isEmpty());
    }
}
