package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.ir.Expressions.choose;
import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.rules.OperationRule.Access.READ;
import static dev.gradwright.processor.rules.OperationRule.Access.WRITE;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.runtime;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Table;
import java.util.List;

/** Decompositions, which the runtime offers as functions; the formulas are in its classes. */
final class Decomposing {

    private static final ClassRef DECOMPOSITIONS = runtime("Decompositions");
    private static final Kept CHOLESKY = new Kept("CholeskyFactor", "decompose", Type.VOID, READ, WRITE);
    private static final Kept LOG_DETERMINANT = new Kept("LogDeterminant", "logDeterminant", D, READ);
    private static final Kept EIGEN = new Kept("SymmetricEigen", "decompose", Type.VOID, READ, WRITE, WRITE);
    private static final Kept SINGULAR_VALUES = new Kept("SingularValues", "decompose", Type.VOID, READ, WRITE);

    private Decomposing() {}

    static void addTo(Table table) {
        CHOLESKY.addTo(table, a -> new Size(Loops.rows(a.get(1)), Loops.columns(a.get(1))));
        LOG_DETERMINANT.addTo(table);
        EIGEN.addTo(table, (output, a) -> {
            Expression n = Loops.rows(a.get(1));
            return new Size(n, output == 2 ? literal(1) : n);
        });
        SINGULAR_VALUES.addTo(table, a -> new Size(count(a.get(1)), literal(1)));
        table.form(DECOMPOSITIONS, "cholesky", List.of(M, M), (writer, a) -> {
            Expression l = writer.orNew(a.get(1), Loops.rows(a.get(0)), Loops.columns(a.get(0)));
            return written(writer, CHOLESKY, a.get(0), l);
        });
        table.form(DECOMPOSITIONS, "logDeterminant", List.of(M), LOG_DETERMINANT::call);
        table.form(DECOMPOSITIONS, "symmetricEigen", List.of(M, M, M), (writer, a) -> {
            EIGEN.call(writer, a);
            return FormWriter.NOTHING;
        });
        table.form(DECOMPOSITIONS, "singularValues", List.of(M, M), (writer, a) -> {
            Expression values = writer.orNew(a.get(1), count(a.get(0)), literal(1));
            return written(writer, SINGULAR_VALUES, a.get(0), values);
        });
    }

    private static Expression written(FormWriter writer, Kept decomposition, Expression a, Expression output) {
        decomposition.call(writer, List.of(a, output));
        return output;
    }

    private static Expression count(Expression a) {
        Expression rows = Loops.rows(a);
        Expression columns = Loops.columns(a);
        return choose(binary(BinaryOperator.LESS, rows, columns), rows, columns);
    }
}
