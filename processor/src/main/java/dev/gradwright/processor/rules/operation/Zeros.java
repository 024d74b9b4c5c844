package dev.gradwright.processor.rules.operation;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.Optional;

/**
 * A matrix made zero, in a shape that is given.
 *
 * @param operation the operation: of the matrix, the number of rows and the number of columns
 */
public record Zeros(Operation operation) implements OperationRule {

    @Override
    public List<Access> accesses() {
        return List.of(Access.WRITE, Access.VALUE, Access.VALUE);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.of(new Size(arguments.get(1), arguments.get(2)));
    }

    @Override
    public void tangent(TangentWriter writer) {
        writer.emit(MatrixCalls.zero(writer.dot(0)));
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        writer.emit(MatrixCalls.zero(writer.bar(0)));
    }
}
