package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.TangentWriter;
import java.util.ArrayList;
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
     * Writes an operation, with its tangent before or after it.
     *
     * @param active whether what it computes has a tangent
     * @param isActive whether an operand has one
     * @param tangent the tangent of an operand
     * @param dots the variable that holds the tangent of one
     * @param out where statements go
     */
    static void write(
            OperationRule rule,
            boolean active,
            Statement.Operate operate,
            Predicate<Expression> isActive,
            UnaryOperator<Expression> tangent,
            UnaryOperator<Variable> dots,
            List<Statement> out) {
        if (!active) {
            out.add(operate);
            return;
        }
        List<Expression> tangents = OperandTangents.of(operate, tangent, out);
        OperationTangent writer = new OperationTangent(operate, tangents, isActive, dots, out);
        if (rule.tangentFollows()) {
            out.add(operate);
            rule.tangent(writer);
        } else {
            rule.tangent(writer);
            out.add(operate);
        }
    }

    /** What gives the matrices that an operation writes, and their duals, the shapes that they are about to take. */
    static List<Statement.Reshape> reshapes(
            OperationRule rule, Statement.Operate operate, Predicate<Expression> leadsToActive, Duals duals) {
        List<Statement.Reshape> reshapes = new ArrayList<>();
        for (int out : rule.outputs()) {
            Expression matrix = operate.arguments().get(out);
            if (rule.accesses().get(out) == OperationRule.Access.WRITE && leadsToActive.test(matrix)) {
                rule.size(out, operate.arguments())
                        .ifPresent(size -> reshapes.add(
                                new Statement.Reshape(matrix, duals.of(matrix), size.rows(), size.columns())));
            }
        }
        return reshapes;
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
    public Expression outcome() {
        return Expressions.read(operate.result().orElseThrow());
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
