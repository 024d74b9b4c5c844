package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gives names to rows of arrays of arrays before innermost loops that use them, where compiled code might otherwise look for them at each turn and
 * not use vector instructions. Only rows that have been found before on every way to the loop, so that nothing throws earlier than it did; others
 * compiled code finds before the loop by itself.
 */
public final class NamedRows {

    private NamedRows() {}

    /** The adjoint, with names for rows in all its parts. */
    public static AdjointMethod in(AdjointMethod adjoint) {
        return adjoint.withBlocks(body -> block(body, Set.of()));
    }

    /**
     * A block before which some rows have been found.
     *
     * @param before the rows, by expressions that still mean them
     */
    private static Block block(Block block, Set<Expression> before) {
        Set<Expression> found = new HashSet<>(before);
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.For loop) {
                addRows(loop.start(), found);
            }
            found.removeIf(row -> changes(statement, row));
            if (statement instanceof Statement.For loop && isInnermost(loop)) {
                out.addAll(withNames(loop, found));
            } else {
                out.add(Substitution.blocks(statement, inner -> block(inner, found)));
            }
            if (Walk.blocks(statement).isEmpty()) {
                Walk.expressions(statement).forEach(expression -> addRows(expression, found));
                found.removeIf(row -> changes(statement, row));
            }
        }
        return new Block(out);
    }

    /** A loop, after declarations of the rows that it uses. */
    private static List<Statement> withNames(Statement.For loop, Set<Expression> found) {
        Map<Expression, Variable> names = new LinkedHashMap<>();
        Statement inside = named(loop, part -> found.contains(part) && !Expressions.reads(part, loop.index()), names);
        List<Statement> out = new ArrayList<>();
        names.forEach((row, name) -> out.add(Loops.declare(name, row)));
        out.add(inside);
        return out;
    }

    private static Statement named(Statement statement, Predicate<Expression> isRow, Map<Expression, Variable> names) {
        return Substitution.blocks(
                statement,
                block -> new Block(block.statements().stream()
                        .map(inner -> Substitution.expressions(inner, e -> named(e, isRow, names)))
                        .map(inner -> named(inner, isRow, names))
                        .toList()));
    }

    /** The expression with names for rows, the longest first. */
    private static Expression named(
            Expression expression, Predicate<Expression> isRow, Map<Expression, Variable> names) {
        if (isRow.test(expression)) {
            return Expressions.read(names.computeIfAbsent(
                    expression, row -> Variable.synthetic(name((Expression.Element) row), row.type())));
        }
        return expression.parts().isEmpty()
                ? expression
                : expression.withParts(expression.parts().stream()
                        .map(part -> named(part, isRow, names))
                        .toList());
    }

    /** {@code aI} for {@code a[i]}. */
    private static String name(Expression.Element row) {
        String array = row.array() instanceof Expression.Read read
                ? read.variable().name()
                : name((Expression.Element) row.array());
        String index =
                row.index() instanceof Expression.Read read ? read.variable().name() : "row";
        return array + Character.toUpperCase(index.charAt(0)) + index.substring(1);
    }

    private static boolean isInnermost(Statement.For loop) {
        return !Walk.any(loop.body(), statement -> !isPlain(statement));
    }

    /** Whether a statement does no more than compute and write numbers. */
    private static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Declare
                || statement instanceof Statement.Assign
                || statement instanceof Statement.Store store
                        && !store.place().type().isReference()
                || statement instanceof Statement.If
                || statement instanceof Statement.Push
                || statement instanceof Statement.Pop
                || statement instanceof Statement.Note;
    }

    /** Adds the rows that are found whenever an expression is evaluated. */
    private static void addRows(Expression expression, Set<Expression> rows) {
        if (expression instanceof Expression.Conditional choice) {
            addRows(choice.condition(), rows);
        } else if (expression instanceof Expression.Binary binary
                && (binary.operator() == BinaryOperator.CONDITIONAL_AND
                        || binary.operator() == BinaryOperator.CONDITIONAL_OR)) {
            addRows(binary.left(), rows);
        } else {
            if (isRow(expression)) {
                rows.add(expression);
            }
            expression.parts().forEach(part -> addRows(part, rows));
        }
    }

    /** Whether an expression is a row by variables alone, so that it means the same until one of them is given another value. */
    private static boolean isRow(Expression expression) {
        return expression instanceof Expression.Element row
                && row.type() instanceof Type.ArrayOf
                && (row.array() instanceof Expression.Read || isRow(row.array()))
                && !Walk.any(row.index(), part -> !isOfVariables(part));
    }

    private static boolean isOfVariables(Expression part) {
        return part instanceof Expression.Read
                || part instanceof Expression.Literal
                || part instanceof Expression.Binary binary
                        && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS);
    }

    private static boolean changes(Statement statement, Expression row) {
        return Walk.any(
                row, part -> part instanceof Expression.Read read && Assignments.writes(statement, read.variable()));
    }
}
