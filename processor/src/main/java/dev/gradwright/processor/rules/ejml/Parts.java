package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.OperationRule.Access.READ;
import static dev.gradwright.processor.rules.OperationRule.Access.UPDATE;
import static dev.gradwright.processor.rules.OperationRule.Access.VALUE;
import static dev.gradwright.processor.rules.OperationRule.Access.WRITE;
import static dev.gradwright.processor.rules.ejml.Ejml.B;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.SPECIAL;
import static dev.gradwright.processor.rules.ejml.Ejml.runtime;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule.Access;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.Linear;
import dev.gradwright.processor.rules.operation.Transposed;
import java.util.List;

/**
 * Parts of matrices taken out, put in, joined, permuted, and diagonals. All of it is linear; the transposed operations are those of the
 * runtime's class {@code Transposed}.
 */
final class Parts {

    private static final ClassRef TRANSPOSED = runtime("Transposed");
    private static final Type INTS = Type.INTS;
    private static final Type DOUBLES = Type.DOUBLES;

    private Parts() {}

    static void addTo(Table table) {
        blocks(table);
        byIndex(table);
        lines(table);
        joined(table);
        triangles(table);
        diagonals(table);
    }

    private static void blocks(Table table) {
        linear(
                table,
                COMMON,
                "extract",
                List.of(M, I, I, I, I, M),
                List.of(READ, VALUE, VALUE, VALUE, VALUE, WRITE),
                a -> new Size(minus(a.get(2), a.get(1)), minus(a.get(4), a.get(3))));
        linear(
                table,
                COMMON,
                "extract",
                List.of(M, I, I, I, I, M, I, I),
                List.of(READ, VALUE, VALUE, VALUE, VALUE, UPDATE, VALUE, VALUE));
        linear(table, COMMON, "extract", List.of(M, I, I, M), List.of(READ, VALUE, VALUE, UPDATE));
        table.form(COMMON, "extract", List.of(M, I, I, I, I), (writer, a) -> {
            Expression part = writer.matrix(minus(a.get(2), a.get(1)), minus(a.get(4), a.get(3)));
            return writer.call(
                    COMMON, "extract", a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), part, literal(0), literal(0));
        });
        linear(table, COMMON, "insert", List.of(M, M, I, I), List.of(READ, UPDATE, VALUE, VALUE));
    }

    private static void byIndex(Table table) {
        linear(
                table,
                COMMON,
                "extract",
                List.of(M, INTS, I, INTS, I, M),
                List.of(READ, READ, VALUE, READ, VALUE, WRITE),
                a -> new Size(a.get(2), a.get(4)));
        linear(
                table,
                COMMON,
                "extract",
                List.of(M, INTS, I, M),
                List.of(READ, READ, VALUE, WRITE),
                a -> column(a.get(3), a.get(2)));
        linear(
                table,
                COMMON,
                "insert",
                List.of(M, M, INTS, I, INTS, I),
                List.of(READ, UPDATE, READ, VALUE, READ, VALUE));
        linear(
                table,
                COMMON,
                "permuteRowInv",
                List.of(INTS, M, M),
                List.of(READ, READ, WRITE),
                a -> new Size(Loops.rows(a.get(1)), Loops.columns(a.get(1))));
        linear(
                table,
                SPECIAL,
                "copyChangeRow",
                List.of(INTS, M, M),
                List.of(READ, READ, WRITE),
                a -> new Size(Loops.rows(a.get(1)), Loops.columns(a.get(1))));
    }

    private static void lines(Table table) {
        linear(table, COMMON, "extractRow", List.of(M, I, M), List.of(READ, VALUE, WRITE), a -> {
            Expression length = Loops.columns(a.get(0));
            return vector(a.get(2), length, literal(1), length);
        });
        linear(
                table,
                COMMON,
                "extractColumn",
                List.of(M, I, M),
                List.of(READ, VALUE, WRITE),
                a -> column(a.get(2), Loops.rows(a.get(0))));
        linear(
                table,
                SPECIAL,
                "subvector",
                List.of(M, I, I, I, B, I, M),
                List.of(READ, VALUE, VALUE, VALUE, VALUE, VALUE, UPDATE));
    }

    private static void joined(Table table) {
        linear(
                table,
                COMMON,
                "concatColumns",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                a -> new Size(
                        larger(Loops.rows(a.get(0)), Loops.rows(a.get(1))),
                        plus(Loops.columns(a.get(0)), Loops.columns(a.get(1)))));
        linear(
                table,
                COMMON,
                "concatRows",
                List.of(M, M, M),
                List.of(READ, READ, WRITE),
                a -> new Size(
                        plus(Loops.rows(a.get(0)), Loops.rows(a.get(1))),
                        larger(Loops.columns(a.get(0)), Loops.columns(a.get(1)))));
    }

    private static void triangles(Table table) {
        linear(table, COMMON, "symmLowerToFull", List.of(M), List.of(UPDATE));
        linear(table, COMMON, "symmUpperToFull", List.of(M), List.of(UPDATE));
        linear(table, SPECIAL, "copyTriangle", List.of(M, M, B), List.of(READ, UPDATE, VALUE));
        linear(table, SPECIAL, "fillTriangle", List.of(M, B, I, D), List.of(UPDATE, VALUE, VALUE, VALUE));
    }

    private static void diagonals(Table table) {
        linear(table, COMMON, "extractDiag", List.of(M, M), List.of(READ, WRITE), a -> {
            Expression length = smaller(Loops.rows(a.get(0)), Loops.columns(a.get(0)));
            if (isNew(a.get(1))) {
                return new Size(length, literal(1));
            }
            // EJML compares the square of the number of columns
            Expression out = a.get(1);
            Expression columns = Loops.columns(out);
            Expression stays = and(isVector(out), binary(BinaryOperator.EQUAL, times(columns, columns), length));
            return new Size(choose(stays, Loops.rows(out), length), choose(stays, columns, literal(1)));
        });
        linear(table, COMMON, "diag", List.of(M, I, DOUBLES), List.of(UPDATE, VALUE, READ));
        table.form(COMMON, "diag", List.of(DOUBLES), (writer, a) -> {
            Expression length = new Expression.Length(a.get(0));
            return writer.call(COMMON, "diag", writer.matrix(length, length), length, a.get(0));
        });
        linear(table, SPECIAL, "addIdentity", List.of(M, M, D), List.of(READ, UPDATE, VALUE));
        table.form(COMMON, "identity", List.of(I), (writer, a) -> identity(writer.matrix(a.get(0), a.get(0)), writer));
        table.form(
                COMMON, "identity", List.of(I, I), (writer, a) -> identity(writer.matrix(a.get(0), a.get(1)), writer));
    }

    private static Expression identity(Expression matrix, FormWriter writer) {
        return writer.call(COMMON, "setIdentity", matrix);
    }

    private static void linear(Table table, ClassRef owner, String name, List<Type> parameters, List<Access> accesses) {
        linear(table, owner, name, parameters, accesses, a -> {
            throw new IllegalStateException(name + " keeps the shape of what it writes to");
        });
    }

    private static void linear(
            Table table,
            ClassRef owner,
            String name,
            List<Type> parameters,
            List<Access> accesses,
            Linear.Shape shape) {
        Operation operation = new Operation(owner, name, false, parameters, Type.VOID);
        boolean givesNumber = parameters.contains(D);
        List<Type> remaining = parameters.stream().filter(type -> type != D).toList();
        Operation transposed = new Operation(TRANSPOSED, name, false, remaining, givesNumber ? D : Type.VOID);
        table.rule(new Linear(operation, accesses, shape, transposed));
        table.rule(new Transposed(transposed));
    }

    private static Size column(Expression out, Expression length) {
        return vector(out, length, length, literal(1));
    }

    /** A vector of that length keeps its direction, anything else takes the shape that is given. */
    private static Size vector(Expression out, Expression length, Expression rows, Expression columns) {
        if (isNew(out)) {
            return new Size(rows, columns);
        }
        Expression stays = isVector(out, length);
        return new Size(choose(stays, Loops.rows(out), rows), choose(stays, Loops.columns(out), columns));
    }

    private static boolean isNew(Expression output) {
        return output instanceof Expression.Null;
    }

    private static Expression isVector(Expression matrix, Expression length) {
        return and(isVector(matrix), binary(BinaryOperator.EQUAL, Loops.size(matrix), length));
    }

    private static Expression isVector(Expression matrix) {
        return new Expression.Binary(
                Type.BOOLEAN,
                BinaryOperator.CONDITIONAL_OR,
                binary(BinaryOperator.EQUAL, Loops.rows(matrix), literal(1)),
                binary(BinaryOperator.EQUAL, Loops.columns(matrix), literal(1)));
    }

    private static Expression and(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_AND, left, right);
    }

    private static Expression larger(Expression left, Expression right) {
        return choose(binary(BinaryOperator.GREATER, left, right), left, right);
    }

    private static Expression smaller(Expression left, Expression right) {
        return choose(binary(BinaryOperator.LESS, left, right), left, right);
    }
}
