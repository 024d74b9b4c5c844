package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.math;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.NORMS;
import static dev.gradwright.processor.rules.ejml.Ejml.SPECIAL;
import static dev.gradwright.processor.rules.ejml.Ejml.runtime;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.Search;
import java.util.List;

/**
 * The largest and the smallest entries, and norms that take one. Each call is a search for the place, through which no derivative flows,
 * and a look at it: the derivative is that of the entry which is taken, the first one where several are alike.
 */
final class Extremes {

    private static final ClassRef PLACES = runtime("Places");

    private Extremes() {}

    static void addTo(Table table) {
        entry(table, COMMON, "elementMax", false, -Double.MAX_VALUE);
        entry(table, COMMON, "elementMin", false, Double.MAX_VALUE);
        entry(table, COMMON, "elementMaxAbs", true, 0);
        entry(table, COMMON, "elementMinAbs", true, Double.MAX_VALUE);
        entry(table, SPECIAL, "elementDiagonalMaxAbs", true, 0);
        for (String name : List.of("minRows", "maxRows", "minCols", "maxCols")) {
            table.rule(search(name, M, I));
            table.form(COMMON, name, List.of(M, M), (writer, a) -> perLine(writer, name, a));
        }
        line(table, "inducedP1", true);
        line(table, "inducedPInf", false);
        table.form(
                NORMS,
                "normP1",
                List.of(M),
                (writer, a) -> ofVector(writer, a.get(0), COMMON, "elementSumAbs", "inducedP1"));
        table.form(
                NORMS,
                "normPInf",
                List.of(M),
                (writer, a) -> ofVector(writer, a.get(0), COMMON, "elementMaxAbs", "inducedPInf"));
    }

    /** The entry that a search finds, or its absolute value; a fixed number where nothing is found. */
    private static void entry(Table table, ClassRef owner, String name, boolean isAbsolute, double otherwise) {
        table.rule(search(name, M));
        table.form(owner, name, List.of(M), (writer, a) -> {
            Expression place = writer.call(PLACES, name, a.get(0));
            Expression entry = Loops.entry(a.get(0), place);
            return found(place, isAbsolute ? math("abs", entry) : entry, otherwise);
        });
    }

    /** For each row or column the entry that a search finds. */
    private static Expression perLine(FormWriter writer, String name, List<Expression> arguments) {
        Expression a = arguments.get(0);
        boolean isRows = name.endsWith("Rows");
        Expression count = isRows ? Loops.rows(a) : Loops.columns(a);
        Expression out = writer.zeros(arguments.get(1), isRows ? count : literal(1), isRows ? literal(1) : count);
        double otherwise = name.startsWith("min") ? Double.MAX_VALUE : -Double.MAX_VALUE;
        writer.loop(count, i -> {
            Expression place = writer.call(PLACES, name, a, i);
            writer.store(Loops.entry(out, i), found(place, Loops.entry(a, place), otherwise));
        });
        return out;
    }

    /** The largest sum of absolute values in a column or row. */
    private static void line(Table table, String name, boolean isColumn) {
        table.rule(search(name, M));
        table.form(NORMS, name, List.of(M), (writer, arguments) -> {
            Expression a = arguments.get(0);
            Expression place = writer.call(PLACES, name, a);
            Expression.Read total = writer.variable("total", literal(0.0));
            writer.when(
                    binary(BinaryOperator.GREATER_EQUAL, place, literal(0)),
                    () -> writer.loop(isColumn ? Loops.rows(a) : Loops.columns(a), k -> {
                        Expression entry = isColumn
                                ? new Expression.Entry(a, k, place, false)
                                : new Expression.Entry(a, place, k, false);
                        writer.assign(total, binary(BinaryOperator.PLUS, total, math("abs", entry)));
                    }));
            return total;
        });
    }

    /** One norm for a vector and another for a matrix that is none. */
    static Expression ofVector(FormWriter writer, Expression a, ClassRef owner, String ofVector, String ofMatrix) {
        Expression.Read norm = writer.variable("norm", literal(0.0));
        Expression isVector = writer.held(new Expression.Binary(
                Type.BOOLEAN,
                BinaryOperator.CONDITIONAL_OR,
                binary(BinaryOperator.EQUAL, Loops.rows(a), literal(1)),
                binary(BinaryOperator.EQUAL, Loops.columns(a), literal(1))));
        writer.when(isVector, () -> writer.assign(norm, writer.call(owner, ofVector, a)));
        Expression isMatrix = new Expression.Unary(Expression.UnaryOperator.NOT, isVector);
        writer.when(isMatrix, () -> writer.assign(norm, writer.call(NORMS, ofMatrix, a)));
        return norm;
    }

    private static Expression found(Expression place, Expression entry, double otherwise) {
        return choose(binary(BinaryOperator.LESS, place, literal(0)), literal(otherwise), entry);
    }

    private static Search search(String name, Type... parameters) {
        return new Search(new Operation(PLACES, name, false, List.of(parameters), I));
    }
}
