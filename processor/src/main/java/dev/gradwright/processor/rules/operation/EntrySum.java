package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.literal;
import static dev.gradwright.processor.ir.Expressions.read;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.Entry;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.Optional;

/**
 * A linear operation from one matrix to another in which every entry of the input goes to one place of the output, and what
 * meets there is summed: transposition, sums over rows and over columns.
 *
 * @param operation the operation, from its first argument to its second
 * @param target where the entry at (row, column) goes
 * @param shape the shape of the output, given the input
 */
public record EntrySum(Operation operation, Target target, Shape shape) implements OperationRule {

    /** Where an entry goes. */
    @FunctionalInterface
    public interface Target {
        Entry of(Expression output, Expression row, Expression column);
    }

    /** The output's shape. */
    @FunctionalInterface
    public interface Shape {
        Size of(Expression input);
    }

    /** An unchecked entry: the loops around it stay within both matrices. */
    public static Entry at(Expression matrix, Expression row, Expression column) {
        return new Entry(matrix, row, column, false);
    }

    @Override
    public List<Access> accesses() {
        return List.of(Access.READ, Access.WRITE);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.of(shape.of(arguments.get(0)));
    }

    @Override
    public void tangent(TangentWriter writer) {
        writer.emit(MatrixCalls.zero(writer.dot(1)));
        if (writer.active(0)) {
            Variable i = writer.temporary("i", Type.INT);
            Variable j = writer.temporary("j", Type.INT);
            Entry to = target.of(writer.dot(1), read(i), read(j));
            writer.emit(overEntries(i, j, writer.dot(0), Loops.add(to, at(writer.dot(0), read(i), read(j)))));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        if (writer.active(0)) {
            Variable i = writer.temporary("i", Type.INT);
            Variable j = writer.temporary("j", Type.INT);
            Entry from = target.of(writer.bar(1), read(i), read(j));
            writer.emit(overEntries(i, j, writer.bar(0), Loops.add(at(writer.bar(0), read(i), read(j)), from)));
        }
        writer.emit(MatrixCalls.zero(writer.bar(1)));
    }

    private static Statement overEntries(Variable i, Variable j, Expression matrix, Statement body) {
        Statement inner = Loops.range(j, literal(0), Loops.columns(matrix), List.of(body));
        return Loops.range(i, literal(0), Loops.rows(matrix), List.of(inner));
    }
}
