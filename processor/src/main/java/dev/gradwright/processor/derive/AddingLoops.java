package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds functions that are sums made by loops whose turns have nothing to do with each other: they add to the result and leave nothing else
 * behind. What a turn adds has the adjoint of the result, which is known beforehand, so each turn can go back at once, and there is nothing to
 * keep from one sweep to the other.
 */
final class AddingLoops {

    /** Both sweeps stand in one method; larger ones are better compiled apart. */
    private static final int LARGEST = 400;

    private final Variable sum;
    private int size;

    private AddingLoops(Variable sum) {
        this.sum = sum;
    }

    /** Whether all loops of a method are such, and all else it does is to name numbers and rows. */
    static boolean areAllIn(Facts facts, Method method) {
        boolean isFunction = method.isStatic()
                && method.role() != Method.Role.HELPER
                && method.resultType() == Type.DOUBLE
                && facts.activity().isActive(method.resultVariables().get(0));
        return isFunction && new AddingLoops(method.resultVariables().get(0)).suits(method.body());
    }

    private boolean suits(Block body) {
        List<Statement> statements = body.statements();
        boolean declaresSum = statements.stream()
                .anyMatch(statement -> statement instanceof Statement.Declare declare && declare.variable() == sum);
        boolean loops = statements.stream().anyMatch(Statement.For.class::isInstance);
        return declaresSum && loops && statements.stream().allMatch(this::isNameOrLoop) && size <= LARGEST;
    }

    private boolean isNameOrLoop(Statement statement) {
        if (statement instanceof Statement.For loop) {
            Set<Variable> inside = Collections.newSetFromMap(new IdentityHashMap<>());
            Walk.statements(loop.body(), inner -> inside.addAll(Walk.declared(inner)));
            return isLoop(loop, inside);
        }
        return statement instanceof Statement.Declare declare && declare.value().isPresent() && readsNoSum(statement);
    }

    private boolean isLoop(Statement.For loop, Set<Variable> inside) {
        return Math.abs(loop.step()) == 1
                && readsNoSum(loop)
                && loop.body().statements().stream().allMatch(statement -> isOfOneTurn(statement, inside));
    }

    /** Whether a statement changes no more than the sum and what is declared in the turn. */
    private boolean isOfOneTurn(Statement statement, Set<Variable> inside) {
        if (statement instanceof Statement.Declare) {
            return readsNoSum(statement);
        } else if (statement instanceof Statement.Assign assign) {
            return assign.variable() == sum ? adds(assign) : inside.contains(assign.variable()) && readsNoSum(assign);
        } else if (statement instanceof Statement.If choice) {
            return readsNoSum(choice)
                    && Walk.blocks(choice).stream()
                            .flatMap(block -> block.statements().stream())
                            .allMatch(inner -> isOfOneTurn(inner, inside));
        }
        return statement instanceof Statement.For loop && isLoop(loop, inside);
    }

    private boolean adds(Statement.Assign assign) {
        size += size(assign.value());
        return assign.value() instanceof Expression.Binary binary
                && (binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS)
                && binary.left().equals(Expressions.read(sum))
                && !Expressions.reads(binary.right(), sum);
    }

    private boolean readsNoSum(Statement statement) {
        List<Expression> expressions = Walk.expressions(statement);
        expressions.forEach(expression -> size += size(expression));
        return expressions.stream().noneMatch(expression -> Expressions.reads(expression, sum));
    }

    private static int size(Expression expression) {
        return 1 + expression.parts().stream().mapToInt(AddingLoops::size).sum();
    }
}
