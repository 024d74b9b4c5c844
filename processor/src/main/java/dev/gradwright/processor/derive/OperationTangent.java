package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Where the rule of an operation on contents writes its tangent, in forward mode and over the adjoint alike. */
record OperationTangent(
        Statement.Operate operate,
        List<Expression> tangents,
        Predicate<Expression> isActive,
        UnaryOperator<Variable> dots,
        List<Statement> out)
        implements TangentWriter {

    /**
     * For an operation.
     *
     * @param isActive whether an operand has a tangent
     * @param tangent the tangent of an operand
     * @param dots the variable that holds the tangent of one
     * @param out where statements go
     */
    static OperationTangent of(
            Statement.Operate operate,
            Predicate<Expression> isActive,
            UnaryOperator<Expression> tangent,
            UnaryOperator<Variable> dots,
            List<Statement> out) {
        return new OperationTangent(operate, OperandTangents.of(operate, tangent, out), isActive, dots, out);
    }

    @Override
    public boolean active(int argument) {
        return isActive.test(operate.arguments().get(argument));
    }

    @Override
    public Expression value(int argument) {
        return operate.arguments().get(argument);
    }

    @Override
    public Expression dot(int argument) {
        return tangents.get(argument);
    }

    @Override
    public void result(Expression tangent) {
        out.add(Loops.declare(dots.apply(operate.result().orElseThrow()), tangent));
    }

    @Override
    public void emit(Statement statement) {
        out.add(statement);
    }

    @Override
    public Variable temporary(String name, Type type) {
        return Variable.synthetic(name, type);
    }
}
