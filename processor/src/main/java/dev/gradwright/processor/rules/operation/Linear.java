package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.ZERO;
import static dev.gradwright.processor.ir.Expressions.read;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.StatementWriter;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * An operation that is linear in all numbers it takes, together: it moves entries, sums them, or puts zeros in their place. Its tangent
 * is the operation itself on the tangents, its adjoint the transposed operation on the adjoints. That is a method of the runtime
 * with the same name and the same parameters but for a number, of which it returns the adjoint's share. Being linear too, it is its own
 * tangent.
 *
 * @param operation the operation
 * @param accesses what it does with each argument
 * @param shape the shape that a written matrix takes
 * @param transposed the transposed operation
 */
public record Linear(Operation operation, List<Access> accesses, Shape shape, Operation transposed)
        implements OperationRule {

    /** The shape of the output, given the arguments; a new matrix is to be made where the output is null. */
    @FunctionalInterface
    public interface Shape {
        Size of(List<Expression> arguments);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return accesses.contains(Access.WRITE) ? Optional.of(shape.of(arguments)) : Optional.empty();
    }

    @Override
    public void tangent(TangentWriter writer) {
        List<Expression> tangents = each(writer, writer::value, writer::dot, i -> ZERO);
        writer.emit(new Statement.Operate(Optional.empty(), operation, tangents, Position.NOWHERE));
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        List<Expression> adjoints = new ArrayList<>(each(writer, writer::before, writer::bar, i -> null));
        int number = adjoints.indexOf(null);
        if (number < 0) {
            writer.emit(new Statement.Operate(Optional.empty(), transposed, adjoints, Position.NOWHERE));
            return;
        }
        adjoints.remove(number);
        Variable share = writer.temporary("share", Type.DOUBLE);
        writer.emit(new Statement.Operate(Optional.of(share), transposed, adjoints, Position.NOWHERE));
        if (writer.active(number)) {
            writer.accumulate(number, read(share));
        }
    }

    /** The arguments, with derivatives in the place of what carries them; zeros stand for those that are not active. */
    private List<Expression> each(
            StatementWriter writer,
            IntFunction<Expression> plain,
            IntFunction<Expression> dual,
            IntFunction<Expression> number) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < operation.parameters().size(); i++) {
            Type type = operation.parameters().get(i);
            if (!type.carriesDerivative()) {
                arguments.add(plain.apply(i));
            } else if (type == Type.DOUBLE) {
                boolean hasDual = writer instanceof TangentWriter && writer.active(i);
                arguments.add(hasDual ? dual.apply(i) : number.apply(i));
            } else {
                arguments.add(writer.active(i) ? dual.apply(i) : zeros(writer, plain.apply(i)));
            }
        }
        return arguments;
    }

    private static Expression zeros(StatementWriter writer, Expression like) {
        Variable zeros = writer.temporary("zeros", like.type());
        Allocation allocation = like.type() instanceof Type.Matrix
                ? new Allocation.NewMatrix(Loops.rows(like), Loops.columns(like))
                : new Allocation.NewArray((Type.ArrayOf) like.type(), List.of(Loops.size(like)));
        writer.emit(new Statement.Allocate(zeros, allocation, Position.NOWHERE));
        return read(zeros);
    }
}
