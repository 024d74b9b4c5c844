package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.rules.ejml.Ejml.B;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.MATRIX;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Form;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The constructors and methods of one class of fixed matrices or vectors. In a line {@code a} are the arguments, the matrix itself first
 * where there is one.
 */
final class FixedObjects {

    private static final ClassRef WRONG_ARGUMENT = ClassRef.of("java.lang", "IllegalArgumentException");

    private static final ClassRef CONVERSION = ClassRef.of("org.ejml.ops", "DConvertMatrixStruct");

    private final Table table;
    private final FixedMatrix fixed;

    private FixedObjects(Table table, FixedMatrix fixed) {
        this.table = table;
        this.fixed = fixed;
    }

    static void addTo(Table table) {
        FixedMatrix.all().forEach(fixed -> new FixedObjects(table, fixed).add());
    }

    private void add() {
        Type[] numbers = Collections.nCopies(fixed.size(), D).toArray(Type[]::new);
        line(Form.CONSTRUCTOR, (w, a) -> made(w));
        line(Form.CONSTRUCTOR, (w, a) -> set(w, made(w), a), numbers);
        line(Form.CONSTRUCTOR, (w, a) -> w.copy(a.get(0)), fixed.type());
        method("setTo", (w, a) -> set(w, a.get(0), a.subList(1, a.size())), numbers);
        method("setTo", this::setFromArray, I, Type.DOUBLES);
        method("setTo", (w, a) -> each(w, a.get(0), k -> Loops.entry(a.get(1), k)), fixed.type());
        method("setTo", this::setFromMatrix, M);
        method("zero", (w, a) -> nothing(w.call(MATRIX, "zero", a.get(0))));
        method("copy", (w, a) -> w.copy(a.get(0)));
        method("createLike", (w, a) -> made(w));
        for (String name : List.of("get", "unsafe_get")) {
            method(name, (w, a) -> place(w, a), I, I);
        }
        for (String name : List.of("set", "unsafe_set")) {
            method(name, this::stored, I, I, D);
        }
        method("getNumRows", (w, a) -> literal(fixed.rows()));
        method("getNumCols", (w, a) -> literal(fixed.columns()));
        method("getNumElements", (w, a) -> literal(fixed.size()));
        conversions();
        for (String name : List.of("print", "getType")) {
            table.refuse(owner(), name, "Print in code that is not differentiable.");
        }
    }

    private void conversions() {
        table.form(CONVERSION, "convert", List.of(fixed.type(), M), this::toAnySize);
        Form back = (w, a) -> {
            setFromMatrix(w, List.of(a.get(1), a.get(0)));
            return a.get(1);
        };
        table.form(CONVERSION, "convert", List.of(M, fixed.type()), back.withoutNull());
    }

    /** To a matrix that takes the shape, a vector to one that has a shape for it, a new one where the call says null. */
    private Expression toAnySize(FormWriter w, List<Expression> a) {
        Expression to = a.get(1);
        w.requireObject(a.get(0));
        if (to instanceof Expression.Null) {
            return w.copy(a.get(0));
        } else if (fixed.columns() > 1) {
            return w.call(MATRIX, "setTo", to, a.get(0));
        }
        requireFit(w, to);
        return each(w, to, k -> Loops.entry(a.get(0), k));
    }

    private Expression made(FormWriter w) {
        return w.matrix(literal(fixed.rows()), literal(fixed.columns()));
    }

    private Expression set(FormWriter w, Expression matrix, List<Expression> entries) {
        for (int k = 0; k < entries.size(); k++) {
            w.store(Loops.entry(matrix, literal(k)), entries.get(k));
        }
        return matrix;
    }

    private Expression setFromArray(FormWriter w, List<Expression> a) {
        return each(w, a.get(0), k -> Loops.entry(a.get(2), plus(a.get(1), k)));
    }

    private Expression setFromMatrix(FormWriter w, List<Expression> a) {
        requireFit(w, a.get(1));
        each(w, a.get(0), k -> Loops.entry(a.get(1), k));
        return FormWriter.NOTHING;
    }

    /** Refuses a matrix of another shape; for a vector both a row and a column will do. */
    private void requireFit(FormWriter w, Expression matrix) {
        Expression misfits =
                or(differs(Loops.rows(matrix), fixed.rows()), differs(Loops.columns(matrix), fixed.columns()));
        if (fixed.columns() == 1) {
            Expression isNoRow = or(differs(Loops.rows(matrix), 1), differs(Loops.columns(matrix), fixed.rows()));
            w.failIf(and(misfits, isNoRow), WRONG_ARGUMENT, "Incompatible shape");
        } else {
            w.failIf(misfits, WRONG_ARGUMENT, "Rows and/or columns do not match");
        }
    }

    private Expression each(FormWriter w, Expression matrix, UnaryOperator<Expression> value) {
        w.loop(literal(fixed.size()), k -> w.store(Loops.entry(matrix, k), value.apply(k)));
        return matrix;
    }

    private Expression stored(FormWriter w, List<Expression> a) {
        w.store(place(w, a), a.get(3));
        return FormWriter.NOTHING;
    }

    /** The entry at a row and a column; of a vector one of these is zero. */
    private Expression.Place place(FormWriter w, List<Expression> a) {
        Expression row = a.get(1);
        Expression column = a.get(2);
        if (fixed.columns() > 1 || column.equals(literal(0))) {
            return new Expression.Entry(a.get(0), row, column, true);
        }
        Expression isRow = w.held(binary(BinaryOperator.EQUAL, row, literal(0)));
        w.failIf(
                and(new Expression.Unary(Expression.UnaryOperator.NOT, isRow), differs(column, 0)),
                WRONG_ARGUMENT,
                "Row or column must be zero since this is a vector");
        return new Expression.Entry(a.get(0), w.held(choose(isRow, column, row)), literal(0), true);
    }

    private static Expression differs(Expression number, int other) {
        return binary(BinaryOperator.NOT_EQUAL, number, literal(other));
    }

    private static Expression or(Expression left, Expression right) {
        return new Expression.Binary(B, BinaryOperator.CONDITIONAL_OR, left, right);
    }

    private static Expression and(Expression left, Expression right) {
        return new Expression.Binary(B, BinaryOperator.CONDITIONAL_AND, left, right);
    }

    private void method(String name, Form form, Type... parameters) {
        List<Type> all = new ArrayList<>(List.of(M));
        all.addAll(List.of(parameters));
        table.form(owner(), name, all, form.withoutNull());
    }

    private void line(String name, Form form, Type... parameters) {
        table.form(owner(), name, List.of(parameters), form.withoutNull());
    }

    private ClassRef owner() {
        return fixed.type().name();
    }

    private static Expression nothing(Expression value) {
        return FormWriter.NOTHING;
    }
}
