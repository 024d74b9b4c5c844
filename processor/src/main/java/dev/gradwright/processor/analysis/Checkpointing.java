package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.BinaryOperator;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the use of checkpointed methods: a step that can be run again from a copy of its state, called alone in a loop whose turns
 * are known before it starts.
 */
public final class Checkpointing {

    /** What is wrong. */
    public enum Kind {
        /** The method cannot be a step: it returns something, or is differentiable itself. */
        METHOD,
        /** The number of copies is not positive. */
        SLOTS,
        /** The call does not stand alone in a loop that counts up to a fixed end. */
        CALL,
        /** The step does something that must not be done twice. */
        STEP
    }

    /**
     * What is wrong with a checkpointed method.
     *
     * @param kind what
     * @param position where
     * @param name the method
     */
    public record Finding(Kind kind, Position position, String name) {}

    private final Unit unit;
    private final Aliases aliases;
    private final CreationWrites creation;
    private final List<Finding> findings = new ArrayList<>();

    private Checkpointing(Unit unit) {
        this.unit = unit;
        this.aliases = Aliases.of(unit);
        this.creation = CreationWrites.in(unit);
    }

    /** Checks a unit. */
    public static List<Finding> in(Unit unit) {
        if (unit.checkpoints().isEmpty()) {
            return List.of();
        }
        Checkpointing checkpointing = new Checkpointing(unit);
        unit.checkpoints().forEach((key, slots) -> {
            Method method = unit.methods().get(key);
            if (method != null) {
                checkpointing.method(method, slots);
            }
        });
        unit.methods().values().forEach(method -> checkpointing.calls(method.body(), Optional.empty()));
        return checkpointing.findings;
    }

    /** The call of a checkpointed method that is all a loop does. */
    public static Optional<Statement.CallHelper> step(Unit unit, Statement.For loop) {
        return loop.body().statements().size() == 1
                        && loop.body().statements().get(0) instanceof Statement.CallHelper call
                        && unit.checkpoints().containsKey(call.callee())
                ? Optional.of(call)
                : Optional.empty();
    }

    /** Whether a step, or what it calls, looks into a field of its object. */
    public static boolean uses(Unit unit, Method step, Field field) {
        return uses(unit, step, new Expression.ModelField(field), new ArrayList<>());
    }

    private static boolean uses(Unit unit, Method method, Expression field, List<Method.Key> visited) {
        if (visited.contains(method.key())) {
            return false;
        }
        visited.add(method.key());
        boolean[] found = {false};
        Walk.statements(method.body(), statement -> {
            found[0] |= Walk.expressions(statement).stream().anyMatch(e -> Walk.any(e, field::equals));
            if (statement instanceof Statement.CallHelper call) {
                Method callee = unit.methods().get(call.callee());
                found[0] |= callee != null && uses(unit, callee, field, visited);
            }
        });
        return found[0];
    }

    private void method(Method method, int slots) {
        if (method.role() != Method.Role.HELPER || !method.results().isEmpty()) {
            findings.add(new Finding(Kind.METHOD, method.position(), method.name()));
        } else if (slots < 1) {
            findings.add(new Finding(Kind.SLOTS, method.position(), method.name()));
        }
        repeatable(method, method, new ArrayList<>());
    }

    /** Looks for what must not be done twice, in a step and in what it calls. */
    private void repeatable(Method method, Method step, List<Method.Key> visited) {
        if (visited.contains(method.key())) {
            return;
        }
        visited.add(method.key());
        Walk.statements(method.body(), statement -> {
            boolean hasEffects = statement instanceof Statement.CallModel
                    || statement instanceof Statement.CallInactive inactive && !isCheck(inactive)
                    || statement instanceof Statement.Store store
                            && store.place().type().isReference()
                            && !creation.contains(store)
                            && outlives(aliases.region(store.place().container()), step);
            if (hasEffects) {
                findings.add(new Finding(Kind.STEP, statement.position(), step.name()));
            } else if (statement instanceof Statement.CallHelper call
                    && unit.methods().containsKey(call.callee())) {
                repeatable(unit.methods().get(call.callee()), step, visited);
            }
        });
    }

    /** Whether a call only makes sure that something is there, as a switch on an enum does. */
    private static boolean isCheck(Statement.CallInactive call) {
        return call.result().isEmpty()
                && call.target() instanceof Statement.Inactive.StaticMethod target
                && target.owner().canonicalName().equals("java.util.Objects");
    }

    /** Whether an array may be there before the step and after it: copies of the state hold numbers, not references. */
    private boolean outlives(Region array, Method step) {
        return array.isExternal()
                || step.parameters().stream()
                        .anyMatch(parameter -> leadsTo(
                                aliases.region(parameter.variable()),
                                parameter.variable().type(),
                                array));
    }

    private static boolean leadsTo(Region from, Type type, Region array) {
        return type instanceof Type.ArrayOf outer
                && outer.element().isReference()
                && (from.find() == array.find() || leadsTo(from.element(true), outer.element(), array));
    }

    private void calls(Block block, Optional<Statement.For> loop) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.CallHelper call
                    && unit.checkpoints().containsKey(call.callee())
                    && !loop.filter(l -> step(unit, l).isPresent() && isFixed(l, call))
                            .isPresent()) {
                findings.add(
                        new Finding(Kind.CALL, call.position(), call.callee().name()));
            }
            Optional<Statement.For> inner =
                    statement instanceof Statement.For counting ? Optional.of(counting) : Optional.empty();
            Walk.blocks(statement).forEach(body -> calls(body, inner));
        }
    }

    private static boolean isFixed(Statement.For loop, Statement.CallHelper call) {
        return loop.step() == 1
                && loop.index().type() == Type.INT
                && loop.condition() instanceof Expression.Binary test
                && (test.operator() == BinaryOperator.LESS || test.operator() == BinaryOperator.LESS_EQUAL)
                && test.left().equals(Expressions.read(loop.index()))
                && test.right().type() == Type.INT
                && !Expressions.reads(test.right(), loop.index())
                && isSimple(test.right())
                && isSimple(loop.start())
                && call.arguments().stream().allMatch(Checkpointing::isSimple);
    }

    /** Whether an expression has the same value whenever the loop's index has, whatever the step writes into memory. */
    private static boolean isSimple(Expression expression) {
        boolean isKnown = expression instanceof Expression.Literal
                || expression instanceof Expression.Read
                || expression instanceof Expression.ModelField
                || expression instanceof Expression.StaticField
                || expression instanceof Expression.Length
                || expression instanceof Expression.Unary
                || expression instanceof Expression.Cast
                || expression instanceof Expression.Binary binary
                        && binary.operator() != BinaryOperator.CONDITIONAL_AND
                        && binary.operator() != BinaryOperator.CONDITIONAL_OR;
        return isKnown && expression.parts().stream().allMatch(Checkpointing::isSimple);
    }
}
