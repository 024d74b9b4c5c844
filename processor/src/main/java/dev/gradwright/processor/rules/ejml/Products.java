package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.divide;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.negate;
import static dev.gradwright.processor.ir.Expressions.plus;
import static dev.gradwright.processor.ir.Expressions.times;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.NORMS;
import static dev.gradwright.processor.rules.ejml.Ejml.PARALLEL;
import static dev.gradwright.processor.rules.ejml.Ejml.SPECIAL;
import static dev.gradwright.processor.rules.ejml.Ejml.operation;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Table;
import dev.gradwright.processor.rules.operation.EntrySum;
import dev.gradwright.processor.rules.operation.Gram;
import dev.gradwright.processor.rules.operation.MatrixCalls;
import dev.gradwright.processor.rules.operation.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Products of matrices, on one core and on several. */
final class Products {

    private Products() {}

    static void addTo(Table table) {
        for (ClassRef owner : List.of(COMMON, PARALLEL)) {
            addProducts(table, owner, false);
            table.rule(new Gram(operation(owner, "multInner", M, M), true));
            table.rule(new Gram(operation(owner, "multOuter", M, M), false));
            EntrySum.Shape turned = a -> new Size(Loops.columns(a), Loops.rows(a));
            table.rule(new EntrySum(operation(owner, "transpose", M, M), (c, i, j) -> EntrySum.at(c, j, i), turned));
            table.form(
                    owner,
                    "transpose",
                    List.of(M),
                    (writer, a) -> writer.call(owner, "transpose", writer.copy(a.get(0)), a.get(0)));
        }
        table.form(COMMON, "kron", List.of(M, M, M), Products::kronecker);
        table.form(SPECIAL, "createReflector", List.of(M), (writer, a) -> {
            Expression norm = writer.held(writer.call(NORMS, "fastNormF", a.get(0)));
            Expression gamma = writer.held(divide(literal(-2.0), times(norm, norm)));
            return reflector(writer, a.get(0), gamma);
        });
        table.form(
                SPECIAL,
                "createReflector",
                List.of(M, D),
                (writer, a) -> reflector(writer, a.get(0), negate(a.get(1))));
    }

    /** The sixteen kinds of products, under EJML's names; results of fixed size have their shape already. */
    static void addProducts(Table table, ClassRef owner, boolean isFixed) {
        for (boolean adds : new boolean[] {false, true}) {
            for (boolean left : new boolean[] {false, true}) {
                for (boolean right : new boolean[] {false, true}) {
                    product(table, owner, adds, left, right, false, isFixed);
                    product(table, owner, adds, left, right, true, isFixed);
                }
            }
        }
    }

    /** The block of C at (i, j) is a[i, j] B. */
    private static Expression kronecker(FormWriter writer, List<Expression> arguments) {
        Expression a = arguments.get(0);
        Expression b = arguments.get(1);
        Expression c = writer.zeros(
                arguments.get(2), times(Loops.rows(a), Loops.rows(b)), times(Loops.columns(a), Loops.columns(b)));
        writer.loop(
                Loops.rows(a),
                i -> writer.loop(Loops.columns(a), j -> {
                    Expression factor = writer.held(EntrySum.at(a, i, j));
                    writer.loop(
                            Loops.rows(b),
                            k -> writer.loop(
                                    Loops.columns(b),
                                    l -> writer.store(
                                            EntrySum.at(
                                                    c,
                                                    plus(times(i, Loops.rows(b)), k),
                                                    plus(times(j, Loops.columns(b)), l)),
                                            times(factor, EntrySum.at(b, k, l)))));
                }));
        return c;
    }

    /** {@code Q = I - gamma u u'}. */
    private static Expression reflector(FormWriter writer, Expression u, Expression minusGamma) {
        Expression q = writer.call(COMMON, "identity", Loops.size(u));
        writer.call(COMMON, "multAddTransB", minusGamma, u, u, q);
        return q;
    }

    private static void product(
            Table table, ClassRef owner, boolean adds, boolean left, boolean right, boolean scaled, boolean isFixed) {
        List<Type> parameters = new ArrayList<>(scaled ? List.of(D) : List.of());
        Collections.addAll(parameters, M, M, M);
        String name = (adds ? "multAdd" : "mult") + MatrixCalls.transposition(left, right);
        Operation operation = new Operation(owner, name, false, parameters, Type.VOID);
        table.rule(new Product(operation, scaled, left, right, adds, adds || isFixed));
    }
}
