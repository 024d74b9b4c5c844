package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.ZERO;
import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.math;
import static dev.gradwright.processor.ir.Expressions.minus;
import static dev.gradwright.processor.ir.Expressions.negate;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.OperationRule.Access.READ;
import static dev.gradwright.processor.rules.OperationRule.Access.UPDATE;
import static dev.gradwright.processor.rules.ejml.Ejml.B;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.FEATURES;
import static dev.gradwright.processor.rules.ejml.Ejml.I;
import static dev.gradwright.processor.rules.ejml.Ejml.runtime;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.Form;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Table;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Operations on matrices and vectors of fixed size, for one number of rows. Each is what it does to the matrices inside, in EJML's order
 * of operations, so that the numbers are the same bit by bit. In a line {@code a} are the arguments.
 */
final class FixedSizes {

    private static final ClassRef PRODUCTS = ClassRef.of("dev.gradwright.kernel", "FixedProducts");
    private static final ClassRef NORMS = runtime("FixedNorms");
    private static final Kept INVERSE = new Kept("FixedInverse", "invert", B, READ, UPDATE);

    private final Table table;
    private final int n;
    private final Type matrix;
    private final Type vector;
    private final ClassRef common;

    private FixedSizes(Table table, int n) {
        this.table = table;
        this.n = n;
        this.matrix = FixedMatrix.square(n).type();
        this.vector = FixedMatrix.vector(n).type();
        this.common = owner("CommonOps_DDF");
    }

    static void addTo(Table table) {
        Products.addProducts(table, PRODUCTS, true);
        Reductions.addNorms(table, NORMS);
        INVERSE.addTo(table, a -> new Size(Loops.rows(a.get(1)), Loops.columns(a.get(1))));
        FixedMatrix.sizes().mapToObj(n -> new FixedSizes(table, n)).forEach(FixedSizes::add);
    }

    private void add() {
        for (Type type : List.of(matrix, vector)) {
            entryByEntry(type);
            extremes(type);
            norms(type);
        }
        products();
        parts();
        systems();
    }

    private void entryByEntry(Type type) {
        operator("add", "addEquals", BinaryOperator.PLUS, type);
        operator("subtract", "subtractEquals", BinaryOperator.MINUS, type);
        operator("elementMult", "elementMult", BinaryOperator.TIMES, type);
        operator("elementDiv", "elementDiv", BinaryOperator.DIVIDE, type);
        line("scale", (w, a) -> each(w, type, a.get(1), k -> times(entry(a.get(1), k), a.get(0))), D, type);
        line("scale", (w, a) -> each(w, type, a.get(2), k -> times(entry(a.get(1), k), a.get(0))), D, type, type);
        line("divide", (w, a) -> each(w, type, a.get(0), k -> divide(entry(a.get(0), k), a.get(1))), type, D);
        line("divide", (w, a) -> each(w, type, a.get(2), k -> divide(entry(a.get(0), k), a.get(1))), type, D, type);
        line("changeSign", (w, a) -> each(w, type, a.get(0), k -> negate(entry(a.get(0), k))), type);
        line("fill", (w, a) -> each(w, type, a.get(0), k -> a.get(1)), type, D);
    }

    /** An operator that gives its result a matrix of its own, or puts it into the first operand. */
    private void operator(String name, String inPlace, BinaryOperator operator, Type type) {
        line(
                name,
                (w, a) -> each(w, type, a.get(2), k -> binary(operator, entry(a.get(0), k), entry(a.get(1), k))),
                type,
                type,
                type);
        line(
                inPlace,
                (w, a) -> each(w, type, a.get(0), k -> binary(operator, entry(a.get(0), k), entry(a.get(1), k))),
                type,
                type);
    }

    private static Expression each(FormWriter w, Type type, Expression out, UnaryOperator<Expression> value) {
        w.loop(literal(FixedMatrix.of(type).orElseThrow().size()), k -> w.store(entry(out, k), value.apply(k)));
        return FormWriter.NOTHING;
    }

    private void extremes(Type type) {
        extreme("elementMax", BinaryOperator.GREATER, false, type);
        extreme("elementMin", BinaryOperator.LESS, false, type);
        extreme("elementMaxAbs", BinaryOperator.GREATER, true, type);
        extreme("elementMinAbs", BinaryOperator.LESS, true, type);
    }

    /** The entry that goes furthest, the first one where several are alike. */
    private void extreme(String name, BinaryOperator further, boolean isAbsolute, Type type) {
        Form form = (w, a) -> {
            Expression.Read furthest = w.variable("furthest", size(entry(a.get(0), literal(0)), isAbsolute));
            w.loop(literal(FixedMatrix.of(type).orElseThrow().size()), k -> {
                Expression entry = w.held(size(entry(a.get(0), k), isAbsolute));
                w.when(binary(further, entry, furthest), () -> w.assign(furthest, entry));
            });
            return furthest;
        };
        line(name, form, type);
    }

    private static Expression size(Expression entry, boolean isAbsolute) {
        return isAbsolute ? math("abs", entry) : entry;
    }

    private void norms(Type type) {
        ClassRef owner = owner("NormOps_DDF");
        for (String name : List.of("normF", "fastNormF")) {
            table.form(owner, name, List.of(type), (w, a) -> w.call(NORMS, name, a.get(0)));
        }
        table.form(owner, "normalizeF", List.of(type), (w, a) -> {
            Expression norm = w.held(w.call(NORMS, "normF", a.get(0)));
            return each(w, type, a.get(0), k -> divide(entry(a.get(0), k), norm));
        });
        ClassRef features = owner("MatrixFeatures_DDF");
        table.form(
                features,
                "isIdentical",
                List.of(type, type, D),
                (w, a) -> w.call(FEATURES, "isIdentical", a.get(0), a.get(1), a.get(2)));
        table.form(features, "hasUncountable", List.of(type), (w, a) -> w.call(FEATURES, "hasUncountable", a.get(0)));
    }

    private void products() {
        for (String kind : List.of("mult", "multAdd")) {
            for (String transposed : List.of("", "TransA", "TransB", "TransAB")) {
                String name = kind + transposed;
                line(name, (w, a) -> nothing(w.call(PRODUCTS, name, array(a))), matrix, matrix, matrix);
                line(name, (w, a) -> nothing(w.call(PRODUCTS, name, array(a))), D, matrix, matrix, matrix);
            }
        }
        line("mult", (w, a) -> nothing(w.call(PRODUCTS, "mult", array(a))), matrix, vector, vector);
        line(
                "mult",
                (w, a) -> nothing(w.call(PRODUCTS, "multTransA", a.get(1), a.get(0), a.get(2))),
                vector,
                matrix,
                vector);
        line("multAddOuter", this::outer, D, matrix, D, vector, vector, matrix);
        line(
                "dot",
                (w, a) -> sum(k -> times(entry(a.get(0), literal(k)), entry(a.get(1), literal(k)))),
                vector,
                vector);
    }

    /** {@code c = alpha a + beta u v'}. */
    private Expression outer(FormWriter w, List<Expression> a) {
        w.loop(
                literal(n),
                i -> w.loop(
                        literal(n),
                        j -> w.store(
                                at(a.get(5), i, j),
                                plus(
                                        times(a.get(0), at(a.get(1), i, j)),
                                        times(times(a.get(2), entry(a.get(3), i)), entry(a.get(4), j))))));
        return FormWriter.NOTHING;
    }

    private void parts() {
        line("setIdentity", (w, a) -> nothing(w.call(COMMON, "setIdentity", a.get(0))), matrix);
        line("transpose", (w, a) -> turned(w, w.copy(a.get(0)), a.get(0)), matrix);
        line("transpose", this::transposed, matrix, matrix);
        line("trace", (w, a) -> sum(k -> entry(a.get(0), literal(k * (n + 1)))), matrix);
        line("diag", this::diagonal, matrix, vector);
        extract("extractRow", a -> k -> new Expression.Entry(a.get(0), a.get(1), k, true));
        extract("extractColumn", a -> k -> new Expression.Entry(a.get(0), k, a.get(1), true));
    }

    /** A row or a column, in a new vector where the call says null. */
    private void extract(String name, Function<List<Expression>, UnaryOperator<Expression>> entries) {
        table.form(common, name, List.of(matrix, I, vector), (w, a) -> {
            w.requireObject(a.get(0));
            Expression out = w.orNew(a.get(2), literal(n), literal(1));
            each(w, vector, out, entries.apply(a));
            return out;
        });
    }

    private Expression transposed(FormWriter w, List<Expression> a) {
        w.failIf(
                new Expression.Binary(B, BinaryOperator.EQUAL, a.get(0), a.get(1)),
                ClassRef.of("java.lang", "IllegalArgumentException"),
                "Can't pass in the same instance");
        return turned(w, a.get(0), a.get(1));
    }

    private Expression turned(FormWriter w, Expression from, Expression to) {
        w.loop(literal(n), i -> w.loop(literal(n), j -> w.store(at(to, i, j), at(from, j, i))));
        return to;
    }

    private Expression diagonal(FormWriter w, List<Expression> a) {
        w.loop(literal(n), i -> w.store(entry(a.get(1), i), at(a.get(0), i, i)));
        return FormWriter.NOTHING;
    }

    private void systems() {
        line("det", (w, a) -> w.call(COMMON, "det", a.get(0)), matrix);
        line("invert", INVERSE::call, matrix, matrix);
        line("cholL", this::lower, matrix);
        line("cholU", this::upper, matrix);
    }

    /** {@code A = L L'} in place: each entry of L is what the rows above and the entries before it leave of that of A. */
    private Expression lower(FormWriter w, List<Expression> arguments) {
        Expression a = arguments.get(0);
        w.loop(literal(n), i -> {
            w.loop(i, j -> w.store(at(a, i, j), divide(left(w, a, i, j, j, false), at(a, j, j))));
            w.store(at(a, i, i), math("sqrt", left(w, a, i, i, i, false)));
            w.loop(minus(literal(n - 1), i), k -> w.store(at(a, i, plus(plus(i, literal(1)), k)), ZERO));
        });
        return isFinite(w, a);
    }

    /** {@code A = R' R} in place. */
    private Expression upper(FormWriter w, List<Expression> arguments) {
        Expression a = arguments.get(0);
        w.loop(literal(n), i -> {
            w.loop(i, j -> w.store(at(a, i, j), ZERO));
            w.store(at(a, i, i), math("sqrt", left(w, a, i, i, i, true)));
            w.loop(minus(literal(n - 1), i), k -> {
                Expression j = w.held(plus(plus(i, literal(1)), k));
                w.store(at(a, i, j), divide(left(w, a, i, j, i, true), at(a, i, i)));
            });
        });
        return isFinite(w, a);
    }

    /** An entry without the products of the first so many entries of two rows, or of two columns. */
    private Expression left(
            FormWriter w, Expression a, Expression i, Expression j, Expression count, boolean ofColumns) {
        Expression.Read rest = w.variable("rest", at(a, i, j));
        w.loop(count, k -> {
            Expression product = ofColumns ? times(at(a, k, i), at(a, k, j)) : times(at(a, i, k), at(a, j, k));
            w.assign(rest, minus(rest, product));
        });
        return rest;
    }

    /** Whether the last entry of a factor is a number; infinity less itself is none. */
    private Expression isFinite(FormWriter w, Expression a) {
        Expression last = entry(a, literal(n * n - 1));
        return w.held(binary(BinaryOperator.EQUAL, binary(BinaryOperator.MINUS, last, last), ZERO));
    }

    private Expression sum(IntFunction<Expression> terms) {
        Expression sum = terms.apply(0);
        for (int k = 1; k < n; k++) {
            sum = plus(sum, terms.apply(k));
        }
        return sum;
    }

    private static Expression.Element entry(Expression a, Expression place) {
        return Loops.entry(a, place);
    }

    private Expression.Element at(Expression a, Expression row, Expression column) {
        return entry(a, plus(times(row, literal(n)), column));
    }

    private void line(String name, Form form, Type... parameters) {
        table.form(common, name, List.of(parameters), form.withoutNull());
    }

    private ClassRef owner(String prefix) {
        return ClassRef.of("org.ejml.dense.fixed", prefix + n);
    }

    private static Expression[] array(List<Expression> arguments) {
        return arguments.toArray(Expression[]::new);
    }

    private static Expression nothing(Expression value) {
        return FormWriter.NOTHING;
    }
}
