package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Activity;
import dev.gradwright.processor.analysis.Assignments;
import dev.gradwright.processor.analysis.Substitution;
import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives statements of their own to some kinds of expression: choices ({@code c ? a : b}) inside active ones, whose branches the
 * reverse sweep has to follow, costly functions and quotients, whose values it is cheaper to keep than to compute again.
 */
public final class Flatten {

    /** Factors with more nodes than this get a name. */
    private static final int LARGE = 24;

    private final Activity activity;
    private final Assignments assignments;

    private Flatten(Activity activity, Assignments assignments) {
        this.activity = activity;
        this.assignments = assignments;
    }

    /** Flattens all methods of a unit. */
    public static Unit unit(Unit unit, Activity activity) {
        Map<Method.Key, Method> methods = new LinkedHashMap<>();
        unit.methods().forEach((key, method) -> {
            Flatten flatten = new Flatten(activity, new Assignments(method));
            methods.put(key, method.withBody(flatten.block(method.body())));
        });
        return unit.withMethods(methods);
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(statement -> statement(statement, out));
        return new Block(out);
    }

    private void statement(Statement statement, List<Statement> out) {
        Statement inner = Substitution.blocks(statement, this::block);
        if (inner instanceof Statement.Declare declare && declare.value().isPresent()) {
            Expression value = flattenRoot(declare.value().get(), isKept(declare.variable()), declare.position(), out);
            out.add(new Statement.Declare(declare.variable(), Optional.of(value), declare.position()));
        } else if (inner instanceof Statement.Operate) {
            out.add(Substitution.expressions(
                    inner, e -> number(flattenRoot(e, false, inner.position(), out), inner.position(), out)));
        } else if (inner instanceof Statement.Store store) {
            Expression value =
                    quotient(flattenRoot(store.value(), false, store.position(), out), store.position(), out);
            out.add(new Statement.Store(store.place(), value, store.position()));
        } else if (inner instanceof Statement.Assign
                || inner instanceof Statement.CallHelper
                || inner instanceof Statement.CallModel) {
            out.add(Substitution.expressions(inner, e -> flattenRoot(e, false, inner.position(), out)));
        } else {
            out.add(inner);
        }
    }

    /** A number that an operation takes, with a name: where it is read from, the operation may overwrite. */
    private Expression number(Expression operand, Position position, List<Statement> out) {
        if (operand.type() != Type.DOUBLE || operand instanceof Expression.Read || !activity.isActive(operand)) {
            return operand;
        }
        Variable value = Variable.synthetic("operand", Type.DOUBLE);
        out.add(new Statement.Declare(value, Optional.of(operand), position));
        return Expressions.read(value);
    }

    /** A quotient that is stored, with a name: the derivative with respect to the divisor has it in it, and may find it where it is stored. */
    private Expression quotient(Expression stored, Position position, List<Statement> out) {
        if (!(stored instanceof Expression.Binary binary)
                || binary.operator() != Expression.BinaryOperator.DIVIDE
                || !activity.isActive(binary.right())) {
            return stored;
        }
        Variable value = Variable.synthetic("quotient", Type.DOUBLE);
        out.add(new Statement.Declare(value, Optional.of(stored), position));
        return Expressions.read(value);
    }

    private boolean isKept(Variable variable) {
        return assignments.isFinal(variable);
    }

    private Expression flattenRoot(Expression root, boolean keepsValue, Position position, List<Statement> out) {
        if (root.type() != Type.DOUBLE || !activity.isActive(root)) {
            return root;
        }
        if (keepsValue && root instanceof Expression.Apply apply) {
            return apply.withParts(apply.arguments().stream()
                    .map(a -> flatten(a, position, out))
                    .toList());
        }
        return flatten(root, position, out);
    }

    private Expression flatten(Expression expression, Position position, List<Statement> out) {
        if (expression.type() != Type.DOUBLE || expression instanceof Expression.Place) {
            return expression;
        }
        if (expression instanceof Expression.Conditional choice) {
            return activity.isActive(choice) ? choose(choice, position, out) : choice;
        }
        if (expression.parts().isEmpty()) {
            return expression;
        }
        Expression flat = expression.withParts(expression.parts().stream()
                .map(part -> flatten(part, position, out))
                .toList());
        if (flat instanceof Expression.Apply apply && isCostly(apply)) {
            Variable value = Variable.synthetic(apply.function().name() + "Value", Type.DOUBLE);
            out.add(new Statement.Declare(value, Optional.of(flat), position));
            return Expressions.read(value);
        }
        return flat instanceof Expression.Binary product ? named(product, position, out) : flat;
    }

    /** Gives large factors names: each factor's derivative has the others in it, so that what is nested would be repeated. */
    private Expression named(Expression.Binary product, Position position, List<Statement> out) {
        boolean repeats = product.operator() == Expression.BinaryOperator.TIMES
                || product.operator() == Expression.BinaryOperator.DIVIDE
                || product.operator() == Expression.BinaryOperator.REMAINDER;
        if (!repeats) {
            return product;
        }
        return product.withParts(product.parts().stream()
                .map(factor -> factor.type() == Type.DOUBLE && Expressions.size(factor) > LARGE
                        ? part(factor, position, out)
                        : factor)
                .toList());
    }

    private static Expression part(Expression factor, Position position, List<Statement> out) {
        Variable part = Variable.synthetic("part", Type.DOUBLE);
        out.add(new Statement.Declare(part, Optional.of(factor), position));
        return Expressions.read(part);
    }

    private Expression choose(Expression.Conditional choice, Position position, List<Statement> out) {
        Variable chosen = new Variable("chosen", choice.type());
        out.add(new Statement.Declare(chosen, Optional.empty(), position));
        out.add(new Statement.If(
                choice.condition(),
                branch(chosen, choice.then(), position),
                branch(chosen, choice.otherwise(), position),
                position));
        return Expressions.read(chosen);
    }

    private Block branch(Variable chosen, Expression value, Position position) {
        List<Statement> out = new ArrayList<>();
        Expression flat = flatten(value, position, out);
        out.add(new Statement.Assign(chosen, flat, position));
        return new Block(out);
    }

    /** Whether a value costs so much that it is kept rather than computed again. */
    static boolean isCostly(Expression expression) {
        return Walk.any(
                expression,
                part -> part instanceof Expression.Apply apply
                        && ScalarRules.of(apply.function()).costly());
    }
}
