package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Loops;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The tangents of what an operation on contents takes. Those of numbers have names: what they are read from, the operation's tangent
 * may overwrite.
 */
final class OperandTangents {

    private OperandTangents() {}

    /** The tangent of each operand that has one, itself otherwise; declares the names. */
    static List<Expression> of(Statement.Operate operate, UnaryOperator<Expression> tangent, List<Statement> out) {
        List<Expression> tangents = new ArrayList<>();
        for (Expression operand : operate.arguments()) {
            tangents.add(operand.type().carriesDerivative() ? named(tangent.apply(operand), out) : operand);
        }
        return tangents;
    }

    private static Expression named(Expression tangent, List<Statement> out) {
        if (tangent.type() != Type.DOUBLE
                || tangent instanceof Expression.Read
                || tangent instanceof Expression.Literal) {
            return tangent;
        }
        Variable name = Variable.synthetic("dot", Type.DOUBLE);
        out.add(Loops.declare(name, tangent));
        return Expressions.read(name);
    }
}
