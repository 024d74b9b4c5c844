package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.rules.ejml.Ejml.B;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.FEATURES;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.MATRIX;
import static dev.gradwright.processor.rules.ejml.Ejml.NORMS;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Form;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.Search;
import java.util.List;

/**
 * {@code SimpleMatrix}: each method is what it does to the matrix inside. In a line {@code a} are the arguments, the matrix itself first;
 * a matrix that comes back is wrapped.
 */
final class SimpleMatrices {

    static final ClassRef SIMPLE = Type.SIMPLE_MATRIX.name();
    private static final ClassRef SINGULAR = ClassRef.of("org.ejml.data", "SingularMatrixException");
    private static final Type V = Type.DOUBLES;
    private static final int END = Integer.MAX_VALUE;

    private SimpleMatrices() {}

    static void addTo(Table table) {
        table.rule(new Search(new Operation(FEATURES, "hasUncountable", false, List.of(M), B)));
        table.rule(new Search(new Operation(FEATURES, "isIdentical", false, List.of(M, M, D), B)));
        made(table);
        entries(table);
        sums(table);
        products(table);
        functions(table);
        reductions(table);
        parts(table);
        changes(table);
    }

    private static void made(Table table) {
        line(table, Form.CONSTRUCTOR, (w, a) -> w.matrix(a.get(0), a.get(1)), I, I);
        line(table, Form.CONSTRUCTOR, (w, a) -> w.copy(a.get(0)), M);
        line(table, "getDDRM", (w, a) -> a.get(0), M);
        line(table, "wrap", (w, a) -> a.get(0), M);
        line(table, "copy", (w, a) -> w.copy(a.get(0)), M);
        line(table, "createLike", (w, a) -> like(w, a.get(0)), M);
        line(table, "identity", (w, a) -> w.call(COMMON, "identity", a.get(0)), I);
        line(table, "diag", (w, a) -> w.call(COMMON, "diag", a.get(0)), V);
        line(table, "filled", (w, a) -> filled(w, a.get(0), a.get(1), a.get(2)), I, I, D);
        line(table, "ones", (w, a) -> filled(w, a.get(0), a.get(1), literal(1.0)), I, I);
    }

    private static void entries(Table table) {
        line(table, "get", (w, a) -> new Expression.Entry(a.get(0), a.get(1), a.get(2), true), M, I, I);
        line(table, "get", (w, a) -> new Expression.EntryAt(a.get(0), a.get(1)), M, I);
        line(
                table,
                "set",
                (w, a) -> stored(w, new Expression.Entry(a.get(0), a.get(1), a.get(2), true), a.get(3)),
                M,
                I,
                I,
                D);
        line(table, "set", (w, a) -> stored(w, new Expression.EntryAt(a.get(0), a.get(1)), a.get(2)), M, I, D);
        for (String name : List.of("numRows", "getNumRows")) {
            line(table, name, (w, a) -> Loops.rows(a.get(0)), M);
        }
        for (String name : List.of("numCols", "getNumCols")) {
            line(table, name, (w, a) -> Loops.columns(a.get(0)), M);
        }
        line(table, "getNumElements", (w, a) -> Loops.size(a.get(0)), M);
        line(table, "isVector", (w, a) -> isVector(a.get(0)), M);
        line(table, "hasUncountable", (w, a) -> w.call(FEATURES, "hasUncountable", a.get(0)), M);
        line(table, "isIdentical", (w, a) -> w.call(FEATURES, "isIdentical", a.get(0), a.get(1), a.get(2)), M, M, D);
    }

    private static void sums(Table table) {
        line(table, "plus", (w, a) -> w.call(COMMON, "add", a.get(0), a.get(1), like(w, a.get(0))), M, M);
        line(table, "plus", (w, a) -> w.call(COMMON, "add", a.get(0), a.get(1), like(w, a.get(0))), M, D);
        line(table, "plus", (w, a) -> w.call(COMMON, "add", a.get(0), a.get(1), a.get(2), like(w, a.get(0))), M, D, M);
        line(table, "minus", (w, a) -> w.call(COMMON, "subtract", a.get(0), a.get(1), like(w, a.get(0))), M, M);
        line(table, "minus", (w, a) -> w.call(COMMON, "subtract", a.get(0), a.get(1), like(w, a.get(0))), M, D);
        line(table, "scale", (w, a) -> w.call(COMMON, "scale", a.get(1), a.get(0), like(w, a.get(0))), M, D);
        line(table, "divide", (w, a) -> w.call(COMMON, "divide", a.get(0), a.get(1), like(w, a.get(0))), M, D);
        line(table, "negative", (w, a) -> w.call(COMMON, "changeSign", w.copy(a.get(0))), M);
    }

    private static void products(Table table) {
        line(
                table,
                "mult",
                (w, a) -> w.call(
                        COMMON, "mult", a.get(0), a.get(1), w.matrix(Loops.rows(a.get(0)), Loops.columns(a.get(1)))),
                M,
                M);
        line(
                table,
                "kron",
                (w, a) -> w.call(COMMON, "kron", a.get(0), a.get(1), w.matrix(literal(1), literal(1))),
                M,
                M);
        for (String name : List.of("transpose", "transposeConjugate")) {
            line(table, name, (w, a) -> w.call(COMMON, "transpose", a.get(0), turned(w, a.get(0))), M);
        }
        line(
                table,
                "invert",
                (w, a) -> {
                    Expression inverse = like(w, a.get(0));
                    requireSolved(w, "invert", w.call(COMMON, "invert", a.get(0), inverse), inverse);
                    return inverse;
                },
                M);
        line(
                table,
                "solve",
                (w, a) -> {
                    Expression x = w.matrix(Loops.columns(a.get(0)), Loops.columns(a.get(1)));
                    requireSolved(w, "solve", w.call(COMMON, "solve", a.get(0), a.get(1), x), x);
                    return x;
                },
                M,
                M);
        line(
                table,
                "pseudoInverse",
                (w, a) -> {
                    Expression inverse = turned(w, a.get(0));
                    w.call(COMMON, "pinv", a.get(0), inverse);
                    return inverse;
                },
                M);
    }

    private static void functions(Table table) {
        for (String name : List.of("elementMult", "elementDiv", "elementPower")) {
            line(table, name, (w, a) -> w.call(COMMON, name, a.get(0), a.get(1), like(w, a.get(0))), M, M);
        }
        line(
                table,
                "elementPower",
                (w, a) -> w.call(COMMON, "elementPower", a.get(0), a.get(1), like(w, a.get(0))),
                M,
                D);
        for (String name : List.of("elementExp", "elementLog")) {
            line(table, name, (w, a) -> w.call(COMMON, name, a.get(0), like(w, a.get(0))), M);
        }
    }

    private static void reductions(Table table) {
        for (String name :
                List.of("trace", "elementSum", "elementMax", "elementMin", "elementMaxAbs", "elementMinAbs")) {
            line(table, name, (w, a) -> w.call(COMMON, name, a.get(0)), M);
        }
        line(table, "determinant", (w, a) -> w.call(COMMON, "det", a.get(0)), M);
        line(table, "normF", (w, a) -> w.call(NORMS, "normF", a.get(0)), M);
        line(table, "dot", (w, a) -> w.call(COMMON, "dot", a.get(0), a.get(1)), M, M);
    }

    private static void parts(Table table) {
        line(
                table,
                "extractMatrix",
                (w, a) -> block(w, a.get(0), a.get(1), a.get(2), a.get(3), a.get(4)),
                M,
                I,
                I,
                I,
                I);
        line(table, "getRow", (w, a) -> row(w, a.get(0), a.get(1)), M, I);
        line(table, "getColumn", (w, a) -> column(w, a.get(0), a.get(1)), M, I);
        line(table, "rows", (w, a) -> block(w, a.get(0), a.get(1), a.get(2), literal(0), literal(END)), M, I, I);
        line(table, "cols", (w, a) -> block(w, a.get(0), literal(0), literal(END), a.get(1), a.get(2)), M, I, I);
        line(table, "diag", (w, a) -> diagonal(w, a.get(0)), M);
        line(table, "combine", SimpleMatrices::combined, M, I, I, M);
        line(
                table,
                "insertIntoThis",
                (w, a) -> {
                    w.call(COMMON, "insert", a.get(3), a.get(0), a.get(1), a.get(2));
                    return FormWriter.NOTHING;
                },
                M,
                I,
                I,
                M);
    }

    private static void changes(Table table) {
        line(table, "zero", (w, a) -> nothing(w.call(MATRIX, "zero", a.get(0))), M);
        line(table, "fill", (w, a) -> nothing(w.call(MATRIX, "fill", a.get(0), a.get(1))), M, D);
        line(table, "setTo", (w, a) -> nothing(w.call(MATRIX, "setTo", a.get(0), a.get(1))), M, M);
        line(
                table,
                "setRow",
                (w, a) -> {
                    w.loop(
                            Loops.size(a.get(3)),
                            i -> w.store(
                                    new Expression.Entry(a.get(0), a.get(1), plus(a.get(2), i), true),
                                    new Expression.Element(a.get(3), i)));
                    return FormWriter.NOTHING;
                },
                M,
                I,
                I,
                V);
        line(
                table,
                "setColumn",
                (w, a) -> {
                    w.loop(
                            Loops.size(a.get(3)),
                            i -> w.store(
                                    new Expression.Entry(a.get(0), plus(a.get(2), i), a.get(1), true),
                                    new Expression.Element(a.get(3), i)));
                    return FormWriter.NOTHING;
                },
                M,
                I,
                I,
                V);
    }

    private static void line(Table table, String name, Form form, Type... parameters) {
        table.form(SIMPLE, name, List.of(parameters), form.withoutNull());
    }

    private static Expression nothing(Expression value) {
        return FormWriter.NOTHING;
    }

    private static Expression stored(FormWriter writer, Expression.Place place, Expression value) {
        writer.store(place, value);
        return FormWriter.NOTHING;
    }

    private static Expression like(FormWriter writer, Expression a) {
        return writer.matrix(Loops.rows(a), Loops.columns(a));
    }

    private static Expression turned(FormWriter writer, Expression a) {
        return writer.matrix(Loops.columns(a), Loops.rows(a));
    }

    private static Expression filled(FormWriter writer, Expression rows, Expression columns, Expression value) {
        return writer.call(MATRIX, "fill", writer.matrix(rows, columns), value);
    }

    private static void requireSolved(FormWriter writer, String name, Expression success, Expression solution) {
        String text = "SimpleMatrix." + name + " at " + writer.place() + ": the matrix is singular";
        writer.failIf(new Expression.Unary(Expression.UnaryOperator.NOT, success), SINGULAR, text);
        writer.failIf(writer.call(FEATURES, "hasUncountable", solution), SINGULAR, text);
    }

    private static Expression isVector(Expression a) {
        return new Expression.Binary(
                B,
                BinaryOperator.CONDITIONAL_OR,
                binary(BinaryOperator.EQUAL, Loops.rows(a), literal(1)),
                binary(BinaryOperator.EQUAL, Loops.columns(a), literal(1)));
    }

    /** A block, where the largest integer stands for the end. */
    private static Expression block(
            FormWriter writer, Expression a, Expression row0, Expression row1, Expression column0, Expression column1) {
        return writer.call(
                COMMON,
                "extract",
                a,
                row0,
                writer.held(orEnd(row1, Loops.rows(a))),
                column0,
                writer.held(orEnd(column1, Loops.columns(a))));
    }

    private static Expression row(FormWriter writer, Expression a, Expression row) {
        return block(writer, a, row, writer.held(plus(row, literal(1))), literal(0), literal(END));
    }

    private static Expression column(FormWriter writer, Expression a, Expression column) {
        return block(writer, a, literal(0), literal(END), column, writer.held(plus(column, literal(1))));
    }

    private static Expression orEnd(Expression index, Expression end) {
        return choose(binary(BinaryOperator.EQUAL, index, literal(END)), end, index);
    }

    /** Of a vector the matrix that has it on its diagonal, of another matrix its diagonal. */
    private static Expression diagonal(FormWriter writer, Expression a) {
        Expression isVector = writer.held(isVector(a));
        Expression rows = Loops.rows(a);
        Expression columns = Loops.columns(a);
        Expression isWide = binary(BinaryOperator.LESS, rows, columns);
        Expression larger = choose(isWide, columns, rows);
        Expression smaller = choose(isWide, rows, columns);
        Expression n = writer.held(choose(isVector, larger, smaller));
        Expression out = writer.matrix(n, choose(isVector, n, literal(1)));
        writer.when(isVector, () -> writer.call(COMMON, "diag", out, n, new Expression.Data(a)));
        writer.when(
                new Expression.Unary(Expression.UnaryOperator.NOT, isVector),
                () -> writer.call(COMMON, "extractDiag", a, out));
        return out;
    }

    /** A matrix with another one put into it, larger if that is needed. */
    private static Expression combined(FormWriter writer, List<Expression> arguments) {
        Expression a = arguments.get(0);
        Expression b = arguments.get(3);
        Expression row = writer.held(orEnd(arguments.get(1), Loops.rows(a)));
        Expression column = writer.held(orEnd(arguments.get(2), Loops.columns(a)));
        Expression out = writer.matrix(
                larger(plus(row, Loops.rows(b)), Loops.rows(a)),
                larger(plus(column, Loops.columns(b)), Loops.columns(a)));
        writer.call(COMMON, "insert", a, out, literal(0), literal(0));
        writer.call(COMMON, "insert", b, out, row, column);
        return out;
    }

    private static Expression larger(Expression left, Expression right) {
        return choose(binary(BinaryOperator.GREATER, left, right), left, right);
    }
}
