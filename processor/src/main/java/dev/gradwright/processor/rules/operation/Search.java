package dev.gradwright.processor.rules.operation;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.Optional;

/**
 * A search in a matrix for a place, or a question about it: an integer or a boolean, which has no derivative.
 *
 * @param operation the operation
 */
public record Search(Operation operation) implements OperationRule {

    @Override
    public List<Access> accesses() {
        return operation.parameters().stream()
                .map(type -> type.isReference() ? Access.READ : Access.VALUE)
                .toList();
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.empty();
    }

    @Override
    public void tangent(TangentWriter writer) {
        throw new IllegalStateException(operation + " has no tangent");
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        throw new IllegalStateException(operation + " has no adjoint");
    }
}
