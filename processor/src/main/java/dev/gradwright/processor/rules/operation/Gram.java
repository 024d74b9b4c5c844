package dev.gradwright.processor.rules.operation;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.Optional;

/**
 * The product of a matrix with itself, {@code C = A'A} or {@code C = AA'}. With G the adjoint of C, A gets {@code A(G + G')} or
 * {@code (G + G')A} (Petersen and Pedersen, The Matrix Cookbook, section 2.5; Giles 2008, section 2.2.1, with both factors A).
 *
 * @param operation the operation
 * @param inner whether the first factor is the transposed one
 */
public record Gram(Operation operation, boolean inner) implements OperationRule {

    @Override
    public List<Access> accesses() {
        return List.of(Access.READ, Access.WRITE);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        Expression length = inner ? Loops.columns(arguments.get(0)) : Loops.rows(arguments.get(0));
        return Optional.of(new Size(length, length));
    }

    @Override
    public void tangent(TangentWriter writer) {
        writer.emit(MatrixCalls.zero(writer.dot(1)));
        if (writer.active(0)) {
            Expression a = writer.value(0);
            Expression dot = writer.dot(0);
            Optional<Expression> one = Optional.empty();
            writer.emit(MatrixCalls.addProduct(one, a, inner, dot, !inner, writer.dot(1)));
            writer.emit(MatrixCalls.addProduct(one, dot, inner, a, !inner, writer.dot(1)));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        Expression g = writer.bar(1);
        if (writer.active(0)) {
            Expression a = writer.before(0);
            Optional<Expression> one = Optional.empty();
            for (boolean turned : new boolean[] {false, true}) {
                writer.emit(
                        inner
                                ? MatrixCalls.addProduct(one, a, false, g, turned, writer.bar(0))
                                : MatrixCalls.addProduct(one, g, turned, a, false, writer.bar(0)));
            }
        }
        writer.emit(MatrixCalls.zero(g));
    }
}
