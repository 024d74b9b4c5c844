package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.read;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The transposed operation of a {@link Linear} one: what it does to adjoints, it does to their tangents. It stands in derivatives only.
 *
 * @param operation the operation
 */
public record Transposed(Operation operation) implements OperationRule {

    @Override
    public List<Access> accesses() {
        return operation.parameters().stream()
                .map(type -> type.isReference() && type.carriesDerivative() ? Access.UPDATE : Access.VALUE)
                .toList();
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.empty();
    }

    @Override
    public void tangent(TangentWriter writer) {
        List<Expression> tangents = new ArrayList<>();
        for (int i = 0; i < operation.parameters().size(); i++) {
            boolean isDual = operation.parameters().get(i).carriesDerivative();
            tangents.add(isDual ? writer.dot(i) : writer.value(i));
        }
        if (operation.result() == Type.VOID) {
            writer.emit(new Statement.Operate(Optional.empty(), operation, tangents, Position.NOWHERE));
        } else {
            Variable share = writer.temporary("share", Type.DOUBLE);
            writer.emit(new Statement.Operate(Optional.of(share), operation, tangents, Position.NOWHERE));
            writer.result(read(share));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        throw new IllegalStateException(operation + " stands in derivatives only");
    }
}
