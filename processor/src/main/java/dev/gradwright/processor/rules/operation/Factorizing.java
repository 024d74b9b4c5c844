package dev.gradwright.processor.rules.operation;

import static dev.gradwright.processor.ir.Expressions.read;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.AdjointWriter;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.StatementWriter;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * An operation of an object of the runtime that keeps a factorization as long as the record lasts, so that derivatives need none of
 * their own. The object has the formulas:
 *
 * <ul>
 *   <li>{@code tangent(inputs' tangents, outputs with theirs)}, after the operation;
 *   <li>{@code adjoint(outputs' adjoints, outputs, inputs' adjoints)};
 *   <li>{@code adjointTangent}, after the latter: the same with each argument's tangent behind it.
 * </ul>
 *
 * <p>An operation that gives a number has its derivative in the place of an output's; what carries no derivative is null.
 *
 * @param operation the operation; the object is the first argument, the last one says where the call stands
 * @param accesses what it does with each argument
 * @param shape the shape of a written matrix, by its place among the arguments
 */
public record Factorizing(Operation operation, List<Access> accesses, Shape shape) implements OperationRule {

    /** The shape that a written matrix takes. */
    @FunctionalInterface
    public interface Shape {
        Size of(int output, List<Expression> arguments);
    }

    @Override
    public Optional<Size> size(List<Expression> arguments) {
        return output().map(out -> shape.of(out, arguments));
    }

    @Override
    public Optional<Size> size(int output, List<Expression> arguments) {
        return Optional.of(shape.of(output, arguments));
    }

    @Override
    public boolean tangentFollows() {
        return true;
    }

    @Override
    public void tangent(TangentWriter writer) {
        if (inputs().stream().noneMatch(writer::active)) {
            outputs().stream().filter(writer::active).forEach(out -> writer.emit(MatrixCalls.zero(writer.dot(out))));
            return;
        }
        List<Expression> arguments = new ArrayList<>(List.of(writer.value(0)));
        inputs().forEach(i -> arguments.add(orNull(writer, i, writer::dot)));
        for (int out : outputs()) {
            arguments.add(writer.value(out));
            arguments.add(orNull(writer, out, writer::dot));
        }
        if (operation.result() == Type.DOUBLE) {
            Variable dot = writer.temporary("slope", Type.DOUBLE);
            writer.emit(call("tangent", arguments, Optional.of(dot)));
            writer.result(read(dot));
        } else {
            writer.emit(call("tangent", arguments, Optional.empty()));
        }
    }

    @Override
    public void adjoint(AdjointWriter writer) {
        if (inputs().stream().noneMatch(writer::active)) {
            outputs().stream().filter(writer::active).forEach(out -> writer.emit(MatrixCalls.zero(writer.bar(out))));
            return;
        }
        List<Expression> arguments = new ArrayList<>(List.of(writer.before(0)));
        if (operation.result() == Type.DOUBLE) {
            arguments.add(writer.seed());
        }
        for (int out : outputs()) {
            arguments.add(orNull(writer, out, writer::bar));
            arguments.add(orNull(writer, out, writer::after));
        }
        inputs().forEach(i -> arguments.add(orNull(writer, i, writer::bar)));
        writer.emit(call("adjoint", arguments, Optional.empty()));
    }

    /** The adjoint as an operation of its own, which can be differentiated again. */
    public OperationRule adjointRule() {
        List<Type> parameters = new ArrayList<>(List.of(operation.parameters().get(0)));
        List<Access> does = new ArrayList<>(List.of(Access.VALUE));
        if (operation.result() == Type.DOUBLE) {
            parameters.add(Type.DOUBLE);
            does.add(Access.VALUE);
        }
        for (int i = 0; i < 2 * outputs().size(); i++) {
            parameters.add(Type.MATRIX);
            does.add(i % 2 == 0 ? Access.UPDATE : Access.READ);
        }
        for (int i = 0; i < inputs().size(); i++) {
            parameters.add(Type.MATRIX);
            does.add(Access.UPDATE);
        }
        return new FactorizedAdjoint(method("adjoint", parameters, Type.VOID), does);
    }

    private List<Integer> inputs() {
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0; i < accesses.size(); i++) {
            if (accesses.get(i) == Access.READ) {
                inputs.add(i);
            }
        }
        return inputs;
    }

    private Expression orNull(StatementWriter writer, int argument, IntFunction<Expression> derivative) {
        return writer.active(argument) ? derivative.apply(argument) : new Expression.Null(Type.MATRIX);
    }

    private Statement call(String name, List<Expression> arguments, Optional<Variable> result) {
        List<Type> types = arguments.stream().map(Expression::type).toList();
        Type type = result.isPresent() ? Type.DOUBLE : Type.VOID;
        return new Statement.Operate(result, method(name, types, type), arguments, Position.NOWHERE);
    }

    private Operation method(String name, List<Type> parameters, Type result) {
        ClassRef owner = operation.owner();
        return new Operation(owner, name, true, parameters, result);
    }
}
