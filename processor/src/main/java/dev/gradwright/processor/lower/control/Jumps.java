package dev.gradwright.processor.lower.control;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expression.UnaryOperator;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.lower.body.Body;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns break, continue and early return into flags, so that a method has one exit. A jump sets its flag; whatever control
 * could reach only by not jumping is guarded by it. Flags that nothing asks for are dropped in the end.
 */
public final class Jumps {

    private static final Expression TRUE = new Expression.Literal(Type.BOOLEAN, true);
    private static final Expression FALSE = new Expression.Literal(Type.BOOLEAN, false);

    private final Variable returned = Variable.synthetic("returned", Type.BOOLEAN);
    private final Deque<Map<Exit, Variable>> frames = new ArrayDeque<>();
    private final List<CharSequence> pendingLabels = new ArrayList<>();
    private final Set<Variable> flags = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> asked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Starts the body of the method. */
    public void enterMethod(Body body) {
        flags.add(returned);
        body.declare(returned, FALSE);
    }

    /** Gives the loop that is entered next a label. */
    void label(CharSequence label) {
        pendingLabels.add(label);
    }

    /** Starts a loop; what is written next comes before it. */
    void enterLoop(Body body) {
        Map<Exit, Variable> loop = new HashMap<>();
        Variable left = flag("left");
        Variable skipped = flag("skipped");
        loop.put(Exit.BREAK, left);
        loop.put(Exit.CONTINUE, skipped);
        for (CharSequence label : pendingLabels) {
            loop.put(Exit.breaking(label), left);
            loop.put(Exit.continuing(label), skipped);
        }
        pendingLabels.clear();
        frames.push(loop);
        body.declare(left, FALSE);
    }

    /** Starts an iteration of the innermost loop. */
    void enterIteration(Body body) {
        body.declare(skipped(), FALSE);
    }

    /** Starts a statement that one kind of jump leaves, such as a switch. */
    void enter(Exit exit, Body body) {
        Variable left = flag("left");
        frames.push(Map.of(exit, left));
        body.declare(left, FALSE);
    }

    /** Ends the innermost loop, or what else was entered. */
    void leave() {
        frames.pop();
    }

    /** Those of the exits of a loop's body that leave the innermost loop, rather than an iteration. */
    Set<Exit> leaving(Set<Exit> exits) {
        Set<Exit> leaving = new TreeSet<>(exits);
        leaving.removeIf(exit -> flag(exit) == skipped());
        return leaving;
    }

    /** Leaves in one of the ways. */
    void jump(Exit exit, Body body) {
        body.assign(flag(exit), TRUE);
    }

    /** That none of these exits has been taken. */
    Optional<Expression> noneOf(Set<Exit> exits) {
        return exits.stream()
                .map(this::flag)
                .distinct()
                .peek(asked::add)
                .<Expression>map(flag -> new Expression.Unary(UnaryOperator.NOT, new Expression.Read(flag)))
                .reduce((left, right) -> both(left, right));
    }

    /** {@code left && right}. */
    static Expression both(Expression left, Expression right) {
        return new Expression.Binary(Type.BOOLEAN, BinaryOperator.CONDITIONAL_AND, left, right);
    }

    /** The block without the flags that nothing asks for. */
    public Block withoutIdleFlags(Block block) {
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
        } else if (statement instanceof Statement.TryFinally s) {
            return new Statement.TryFinally(withoutIdleFlags(s.body()), withoutIdleFlags(s.last()), s.position());
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

    private Variable flag(String name) {
        Variable flag = Variable.synthetic(name, Type.BOOLEAN);
        flags.add(flag);
        return flag;
    }

    private Variable flag(Exit exit) {
        return frames.stream()
                .map(frame -> frame.get(exit))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(returned);
    }

    private Variable skipped() {
        return frames.element().get(Exit.CONTINUE);
    }
}
