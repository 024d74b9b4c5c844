package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns break, continue and early return into flags, so that a method has one exit. A jump sets its flag; whatever control
 * could reach only by not jumping is guarded by it. Flags that nothing asks for are dropped in the end.
 */
final class Jumps {

    private static final Expression TRUE = new Expression.Literal(Type.BOOLEAN, true);
    private static final Expression FALSE = new Expression.Literal(Type.BOOLEAN, false);

    private final Variable returned = Variable.synthetic("returned", Type.BOOLEAN);
    private final Deque<Map<Flow.Exit, Variable>> loops = new ArrayDeque<>();
    private final Set<Variable> flags = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> asked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Starts the body of the method. */
    void enterMethod(Body body) {
        flags.add(returned);
        body.declare(returned, FALSE);
    }

    /** Starts a loop; what is written next comes before it. */
    void enterLoop(Body body) {
        Map<Flow.Exit, Variable> loop = new EnumMap<>(Flow.Exit.class);
        loop.put(Flow.Exit.BREAK, Variable.synthetic("left", Type.BOOLEAN));
        loop.put(Flow.Exit.CONTINUE, Variable.synthetic("skipped", Type.BOOLEAN));
        flags.addAll(loop.values());
        loops.push(loop);
        body.declare(loop.get(Flow.Exit.BREAK), FALSE);
    }

    /** Starts an iteration of the innermost loop. */
    void enterIteration(Body body) {
        body.declare(loops.element().get(Flow.Exit.CONTINUE), FALSE);
    }

    void leaveLoop() {
        loops.pop();
    }

    /** Leaves in one of the ways. */
    void jump(Flow.Exit exit, Body body) {
        body.assign(flag(exit), TRUE);
    }

    /** That none of these exits has been taken. */
    Optional<Expression> noneOf(Set<Flow.Exit> exits) {
        return exits.stream()
                .map(this::flag)
                .peek(asked::add)
                .<Expression>map(flag -> new Expression.Unary(UnaryOperator.NOT, new Expression.Read(flag)))
                .reduce((left, right) -> both(left, right));
    }

    /** {@code left && right}. */
    static Expression both(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_AND, left, right);
    }

    /** The block without the flags that nothing asks for. */
    Block withoutIdleFlags(Block block) {
        List<Statement> kept = block.statements().stream()
                .filter(statement -> !isIdle(statement))
                .map(this::withoutIdleFlags)
                .toList();
        return new Block(kept);
    }

    private Statement withoutIdleFlags(Statement statement) {
        if (statement instanceof Statement.If s) {
            return new Statement.If(
                    s.condition(), withoutIdleFlags(s.then()), withoutIdleFlags(s.otherwise()), s.position());
        } else if (statement instanceof Statement.For s) {
            return new Statement.For(
                    s.index(), s.start(), s.condition(), s.step(), withoutIdleFlags(s.body()), s.position());
        } else if (statement instanceof Statement.While s) {
            return new Statement.While(s.condition(), withoutIdleFlags(s.body()), s.position());
        }
        return statement;
    }

    private boolean isIdle(Statement statement) {
        return statement instanceof Statement.Declare declare && isIdle(declare.variable())
                || statement instanceof Statement.Assign assign && isIdle(assign.variable());
    }

    private boolean isIdle(Variable variable) {
        return flags.contains(variable) && !asked.contains(variable);
    }

    private Variable flag(Flow.Exit exit) {
        return exit == Flow.Exit.RETURN ? returned : loops.element().get(exit);
    }
}
