package dev.gradwright.processor.rules.ejml;

import static dev.gradwright.processor.ir.Expressions.binary;
import static dev.gradwright.processor.rules.OperationRule.Access.READ;
import static dev.gradwright.processor.rules.OperationRule.Access.WRITE;
import static dev.gradwright.processor.rules.ejml.Ejml.B;
import static dev.gradwright.processor.rules.ejml.Ejml.COMMON;
import static dev.gradwright.processor.rules.ejml.Ejml.D;
import static dev.gradwright.processor.rules.ejml.Ejml.M;
import static dev.gradwright.processor.rules.ejml.Ejml.NORMS;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.FormWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule.Size;
import dev.gradwright.processor.rules.Table;
import java.util.List;

/**
 * Linear systems, inverses and determinants. Each call has an object of the runtime that keeps its factorization; the formulas are there,
 * from Giles 2008, "An extended collection of matrix derivative results for forward and reverse mode algorithmic differentiation", and
 * Petersen and Pedersen, The Matrix Cookbook.
 */
final class Solving {

    private static final Kept SQUARE = new Kept("LinearSolve", "solve", B, READ, READ, WRITE);
    private static final Kept LEAST_SQUARES = new Kept("LeastSquares", "solve", B, READ, READ, WRITE);
    private static final Kept POSITIVE_DEFINITE = new Kept("PositiveDefiniteSolve", "solve", B, READ, READ, WRITE);
    private static final Kept INVERSE = new Kept("Inverse", "invert", B, READ, WRITE);
    private static final Kept POSITIVE_DEFINITE_INVERSE = new Kept("PositiveDefiniteInverse", "invert", B, READ, WRITE);
    private static final Kept PSEUDO_INVERSE = new Kept("PseudoInverse", "invert", Type.VOID, READ, WRITE);
    private static final Kept DETERMINANT = new Kept("Determinant", "determinant", D, READ);
    private static final Kept SPECTRAL_NORM = new Kept("SpectralNorm", "norm", D, READ);

    private Solving() {}

    static void addTo(Table table) {
        for (Kept solver : List.of(SQUARE, LEAST_SQUARES, POSITIVE_DEFINITE)) {
            solver.addTo(table, a -> new Size(Loops.columns(a.get(1)), Loops.columns(a.get(2))));
        }
        for (Kept inverse : List.of(INVERSE, POSITIVE_DEFINITE_INVERSE, PSEUDO_INVERSE)) {
            inverse.addTo(table, a -> new Size(Loops.columns(a.get(1)), Loops.rows(a.get(1))));
        }
        DETERMINANT.addTo(table);
        SPECTRAL_NORM.addTo(table);
        table.form(COMMON, "solve", List.of(M, M, M), Solving::general);
        table.form(COMMON, "solveSPD", List.of(M, M, M), POSITIVE_DEFINITE::call);
        table.form(COMMON, "invert", List.of(M, M), INVERSE::call);
        table.form(
                COMMON,
                "invert",
                List.of(M),
                (writer, a) -> INVERSE.call(writer, List.of(writer.copy(a.get(0)), a.get(0))));
        table.form(COMMON, "invertSPD", List.of(M, M), POSITIVE_DEFINITE_INVERSE::call);
        table.form(COMMON, "pinv", List.of(M, M), (writer, a) -> {
            PSEUDO_INVERSE.call(writer, a);
            return FormWriter.NOTHING;
        });
        table.form(COMMON, "det", List.of(M), DETERMINANT::call);
        table.form(NORMS, "inducedP2", List.of(M), SPECTRAL_NORM::call);
        norm(table, "normP2", NORMS, "normF");
        norm(table, "fastNormP2", NORMS, "fastNormF");
    }

    /** A square system by elimination, one with more equations than unknowns by least squares, as EJML does it. */
    private static Expression general(FormWriter writer, List<Expression> arguments) {
        Expression a = arguments.get(0);
        Expression.Read solved = writer.variable("solved", new Expression.Literal(B, false));
        Expression isSquare = writer.held(binary(BinaryOperator.EQUAL, Loops.rows(a), Loops.columns(a)));
        writer.when(isSquare, () -> writer.assign(solved, SQUARE.call(writer, arguments)));
        Expression isNot = new Expression.Unary(Expression.UnaryOperator.NOT, isSquare);
        writer.when(isNot, () -> writer.assign(solved, LEAST_SQUARES.call(writer, arguments)));
        return solved;
    }

    private static void norm(Table table, String name, ClassRef owner, String ofVector) {
        table.form(
                NORMS,
                name,
                List.of(M),
                (writer, a) -> Extremes.ofVector(writer, a.get(0), owner, ofVector, "inducedP2"));
    }
}
