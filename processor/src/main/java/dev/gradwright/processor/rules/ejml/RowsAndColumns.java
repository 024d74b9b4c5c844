package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.M;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.EntrySum;
import java.util.List;
import java.util.function.BiFunction;

/** Rows and columns scaled by numbers: each call is the loop that it stands for. */
final class RowsAndColumns {

    private static final Type V = Type.DOUBLES;

    private RowsAndColumns() {}

    static void addTo(Table table) {
        table.form(
                COMMON,
                "multRows",
                List.of(V, M),
                (w, a) -> scaled(w, a.get(1), BinaryOperator.TIMES, (i, j) -> at(a.get(0), i)));
        table.form(
                COMMON,
                "divideRows",
                List.of(V, M),
                (w, a) -> scaled(w, a.get(1), BinaryOperator.DIVIDE, (i, j) -> at(a.get(0), i)));
        table.form(
                COMMON,
                "multCols",
                List.of(M, V),
                (w, a) -> scaled(w, a.get(0), BinaryOperator.TIMES, (i, j) -> at(a.get(1), j)));
        table.form(
                COMMON,
                "divideCols",
                List.of(M, V),
                (w, a) -> scaled(w, a.get(0), BinaryOperator.DIVIDE, (i, j) -> at(a.get(1), j)));
        table.form(
                COMMON,
                "divideRowsCols",
                List.of(V, I, M, V, I),
                (w, a) -> scaled(
                        w,
                        a.get(2),
                        BinaryOperator.DIVIDE,
                        (i, j) -> times(at(a.get(0), plus(a.get(1), i)), at(a.get(3), plus(a.get(4), j)))));
        table.form(COMMON, "scaleRow", List.of(D, M, I), (w, a) -> {
            Expression matrix = a.get(1);
            w.loop(
                    Loops.columns(matrix),
                    j -> scale(w, new Expression.Entry(matrix, a.get(2), j, false), BinaryOperator.TIMES, a.get(0)));
            return FormWriter.NOTHING;
        });
        table.form(COMMON, "scaleCol", List.of(D, M, I), (w, a) -> {
            Expression matrix = a.get(1);
            w.loop(
                    Loops.rows(matrix),
                    i -> scale(w, new Expression.Entry(matrix, i, a.get(2), false), BinaryOperator.TIMES, a.get(0)));
            return FormWriter.NOTHING;
        });
    }

    private static Expression scaled(
            FormWriter writer,
            Expression matrix,
            BinaryOperator operator,
            BiFunction<Expression, Expression, Expression> factor) {
        writer.loop(
                Loops.rows(matrix),
                i -> writer.loop(
                        Loops.columns(matrix),
                        j -> scale(writer, EntrySum.at(matrix, i, j), operator, factor.apply(i, j))));
        return FormWriter.NOTHING;
    }

    private static void scale(FormWriter writer, Expression.Entry entry, BinaryOperator operator, Expression factor) {
        writer.store(entry, binary(operator, entry, factor));
    }

    private static Expression at(Expression array, Expression index) {
        return new Expression.Element(array, index);
    }
}
