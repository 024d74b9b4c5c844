package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.ONE;
import static dev.gradwright.processor.ir.Expressions.ZERO;
import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.math;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.NORMS;
import static dev.gradwright.processor.rules.ejml.Ejml.SPECIAL;
import static dev.gradwright.processor.rules.ejml.Ejml.d;
import static dev.gradwright.processor.rules.ejml.Ejml.number;
import static dev.gradwright.processor.rules.ejml.Ejml.operation;
import static dev.gradwright.processor.rules.ejml.Ejml.partials;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Partial;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.EntrySum;
import dev.gradwright.processor.rules.operation.Reduction;
import java.util.List;
import java.util.Map;

/**
 * Sums over entries and norms made of them. In a line {@code e} are the entries at one place and {@code r} is the result. A norm has no
 * derivative at zero; there it is taken to be 0, the middle of all slopes, as for {@code Math.hypot}.
 */
final class Reductions {

    private static final Partial SIGN = (e, r) -> math("signum", e.get(0));

    private Reductions() {}

    static void addTo(Table table) {
        rule(table, COMMON, "elementSum", 1, d(0, ONE));
        rule(table, COMMON, "elementSumAbs", 1, d(0, SIGN));
        rule(table, COMMON, "dot", 2, d(0, (e, r) -> e.get(1)), d(1, (e, r) -> e.get(0)));
        rule(table, SPECIAL, "elementSumSq", 1, d(0, (e, r) -> times(literal(2.0), e.get(0))));
        addNorms(table, NORMS);
        for (String name : List.of("diffNormF", "diffNormF_fast")) {
            rule(
                    table,
                    SPECIAL,
                    name,
                    2,
                    d(0, (e, r) -> unlessZero(r, minus(e.get(0), e.get(1)))),
                    d(1, (e, r) -> unlessZero(r, minus(e.get(1), e.get(0)))));
        }
        rule(
                table,
                SPECIAL,
                "diffNormP1",
                2,
                d(0, (e, r) -> math("signum", minus(e.get(0), e.get(1)))),
                d(1, (e, r) -> math("signum", minus(e.get(1), e.get(0)))));
        table.form(COMMON, "trace", List.of(M), (writer, a) -> overDiagonal(writer, a.get(0), BinaryOperator.PLUS));
        table.form(
                SPECIAL, "diagProd", List.of(M), (writer, a) -> overDiagonal(writer, a.get(0), BinaryOperator.TIMES));
        table.form(NORMS, "normalizeF", List.of(M), Reductions::normalized);
        table.rule(new EntrySum(
                operation(COMMON, "sumRows", M, M),
                (c, i, j) -> EntrySum.at(c, i, literal(0)),
                a -> new Size(Loops.rows(a), literal(1))));
        table.rule(new EntrySum(
                operation(COMMON, "sumCols", M, M),
                (c, i, j) -> EntrySum.at(c, literal(0), j),
                a -> new Size(literal(1), Loops.columns(a))));
    }

    /** The square root of the sum of squares. */
    static void addNorms(Table table, ClassRef owner) {
        for (String name : List.of("normF", "fastNormF")) {
            rule(table, owner, name, 1, d(0, (e, r) -> unlessZero(r, e.get(0))));
        }
    }

    @SafeVarargs
    private static void rule(
            Table table, ClassRef owner, String name, int matrices, Map.Entry<Integer, Partial>... partials) {
        var operation = matrices == 1 ? number(owner, name, M) : number(owner, name, M, M);
        table.rule(new Reduction(operation, partials(partials)));
    }

    private static Expression unlessZero(Expression norm, Expression numerator) {
        return choose(binary(BinaryOperator.EQUAL, norm, ZERO), ZERO, divide(numerator, norm));
    }

    /** The sum or the product of the entries on the diagonal. */
    private static Expression overDiagonal(FormWriter writer, Expression a, BinaryOperator operator) {
        Expression.Read total = writer.variable("total", operator == BinaryOperator.PLUS ? ZERO : ONE);
        Expression rows = Loops.rows(a);
        Expression columns = Loops.columns(a);
        writer.loop(
                choose(binary(BinaryOperator.LESS, rows, columns), rows, columns),
                i -> writer.assign(total, binary(operator, total, EntrySum.at(a, i, i))));
        return total;
    }

    /** {@code A = A / |A|}, and nothing if A is zero. */
    private static Expression normalized(FormWriter writer, List<Expression> arguments) {
        Expression a = arguments.get(0);
        Expression norm = writer.held(writer.call(NORMS, "normF", a));
        writer.when(binary(BinaryOperator.NOT_EQUAL, norm, ZERO), () -> writer.call(COMMON, "divide", a, norm));
        return FormWriter.NOTHING;
    }
}
