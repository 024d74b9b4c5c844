package dev.gradwright.processor.rules.operation;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The adjoint of a {@link Factorizing} operation: {@code adjointTangent} has each argument's tangent behind it. It stands in derivatives
 * only.
 *
 * @param operation the operation
 * @param accesses what it does with each argument
 */
record FactorizedAdjoint(Operation operation, List<Access> accesses) implements OperationRule {

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return Optional.empty();
    }

    @Override
    public boolean tangentFollows() {
        return true;
    }

    @Override
    public void tangent(TangentWriter writer) {
        List<Expression> arguments = new ArrayList<>(List.of(writer.value(0)));
        for (int i = 1; i < accesses.size(); i++) {
            arguments.add(writer.value(i));
            arguments.add(writer.dot(i));
        }
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Operation tangent = new Operation(operation.owner(), "adjointTangent", true, types, Type.VOID);
        writer.emit(new Statement.Operate(Optional.empty(), tangent, arguments, Position.NOWHERE));
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        throw new IllegalStateException(operation + " stands in derivatives only");
    }
}
