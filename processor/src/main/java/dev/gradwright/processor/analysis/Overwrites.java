package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.FixedMatrix;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Finds writes that would make a gradient silently wrong: into a parameter, whatever the name it is reached by; into what
 * another model was given or has returned, since its record relies on that; into a field whose array is handed out. And values
 * whose derivative would be dropped on their way.
 */
public final class Overwrites {

    /** What is wrong with a write. */
    public enum Kind {
        /** A parameter is changed during forward. */
        PARAMETER,
        /** Contents that another model was given or has returned are changed later. */
        SHARED_WITH_MODEL,
        /** A field that the methods write is returned, or given to another model. */
        STATE_ESCAPES,
        /** The contents of a constant array are changed. */
        CONSTANT,
        /** A value with a derivative is passed where none is taken. */
        CONSTANT_ARGUMENT,
        /** A reference is put into an array that outlives the call. */
        REFERENCE_KEPT,
        /** A value with a derivative is given to code that knows nothing of derivatives. */
        INACTIVE_ARGUMENT,
        /** A number is read from a text or another object that was made of active values. */
        NUMBER_FROM_TEXT,
        /** A number with a derivative becomes an object. */
        BOXED,
        /** A value with a derivative is computed in a finally block. */
        ACTIVE_FINALLY,
        /** A local variable that is said to be constant gets a value with a derivative. */
        CONSTANT_LOCAL
    }

    /**
     * A write that must be refused.
     *
     * @param kind what is wrong
     * @param position where
     * @param name the parameter, field or method concerned
     */
    public record Finding(Kind kind, Position position, String name) {}

    private final Unit unit;
    private final Aliases aliases;
    private final Stability stability;
    private final Activity activity;
    private final CreationWrites creation;
    private final Texts texts;
    private final List<Finding> findings = new ArrayList<>();

    private Overwrites(Unit unit) {
        this.unit = unit;
        this.aliases = Aliases.of(unit);
        this.stability = new Stability(unit, aliases);
        this.activity = Activity.of(unit, aliases);
        this.creation = CreationWrites.in(unit);
        this.texts = Texts.of(unit, activity);
    }

    /** Checks a unit. */
    public static List<Finding> in(Unit unit) {
        Overwrites overwrites = new Overwrites(unit);
        unit.fields().forEach(overwrites::parameter);
        unit.methods().values().forEach(overwrites::method);
        return overwrites.findings;
    }

    private void parameter(Field field) {
        if (field.role() == Field.Role.PARAMETER) {
            Expression reference = new Expression.ModelField(field);
            List<Region.Write> writes =
                    new ArrayList<>(aliases.numbers(reference).writes());
            writes.addAll(aliases.region(reference).writes());
            writes.stream()
                    .filter(this::isWritten)
                    .findFirst()
                    .ifPresent(write -> findings.add(
                            new Finding(Kind.PARAMETER, write.statement().position(), field.name())));
        }
    }

    private void method(Method method) {
        Walk.statements(method.body(), statement -> {
            Walk.expressions(statement).forEach(expression -> {
                Walk.any(expression, this::checkStatic);
                if (Walk.any(expression, this::boxes)) {
                    findings.add(new Finding(Kind.BOXED, statement.position(), ""));
                }
            });
            Walk.declared(statement).stream()
                    .filter(variable -> variable.isConstant() && activity.isVaried(Expressions.read(variable)))
                    .forEach(variable ->
                            findings.add(new Finding(Kind.CONSTANT_LOCAL, statement.position(), variable.name())));
            if (texts.readsNumber(statement)) {
                findings.add(new Finding(Kind.NUMBER_FROM_TEXT, statement.position(), ""));
            }
            if (statement instanceof Statement.Store store
                    && store.value().type().isReference()) {
                kept(store);
            } else if (statement instanceof Statement.CallModel call) {
                call.arguments().stream()
                        .filter(argument -> argument.type().isReference())
                        .forEach(argument -> shared(method, call, argument));
                for (int i = 0; i < call.arguments().size(); i++) {
                    constant(
                            call,
                            call.callee().constant().get(i),
                            call.callee().parameterNames().get(i),
                            call.arguments().get(i));
                }
                call.results().stream()
                        .filter(result -> result.type().isReference())
                        .forEach(result -> shared(method, call, Expressions.read(result)));
            } else if (statement instanceof Statement.CallInactive call) {
                inactive(call);
            } else if (statement instanceof Statement.TryFinally attempt) {
                last(attempt.last());
            } else if (statement instanceof Statement.CallHelper call) {
                List<Method.Parameter> parameters =
                        unit.methods().get(call.callee()).parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    Method.Parameter parameter = parameters.get(i);
                    constant(
                            call,
                            parameter.constant(),
                            parameter.variable().name(),
                            call.arguments().get(i));
                }
            }
        });
        if (method.role() != Method.Role.HELPER) {
            converted(method);
            method.resultVariables().stream()
                    .filter(result -> result.type().isReference())
                    .flatMap(result -> writtenState(Expressions.read(result)).stream())
                    .forEach(field -> findings.add(new Finding(Kind.STATE_ESCAPES, method.position(), field)));
        }
    }

    /** Arguments of fixed size are converted where users' code calls: what is written into them would be lost. */
    private void converted(Method method) {
        Iterator<Method.Parameter> leaves = method.parameters().iterator();
        for (Method.Declared declared : method.face().parameters()) {
            for (Type.Part part : Type.leaves(declared.type())) {
                Expression leaf = Expressions.read(leaves.next().variable());
                if (part.type().isReference() && FixedMatrix.isIn(declared.type())) {
                    checkConstant(leaf, declared.name());
                }
            }
        }
    }

    /** What forward makes lives in memory that the next forward uses again, so nothing that outlives the call may refer to it. */
    private void kept(Statement.Store store) {
        Region container = aliases.contents(store.place().container());
        if (container.isExternal() && !creation.contains(store)) {
            String name =
                    container.fields().stream().map(Field::name).findFirst().orElse("an array that comes from outside");
            findings.add(new Finding(Kind.REFERENCE_KEPT, store.position(), name));
        }
    }

    /** Checks a part of an expression; answers false, to be shown the others. */
    private boolean checkStatic(Expression part) {
        if (part instanceof Expression.StaticField field && field.type().isReference()) {
            checkConstant(part, field.name());
        } else if (part instanceof Expression.Component component
                && component.type().isReference()) {
            checkConstant(part, name(component));
        }
        return false;
    }

    /** The name of a component; of a matrix that needs none, that of what wraps it. */
    private static String name(Expression.Component component) {
        Expression record = component.record();
        if (!component.name().isEmpty()) {
            return component.name();
        } else if (record instanceof Expression.ModelField field) {
            return field.field().name();
        } else if (record instanceof Expression.StaticField field) {
            return field.name();
        }
        return record instanceof Expression.Component outer
                ? name(outer)
                : record.type().toString();
    }

    /** Whether the source itself writes there, and not only code that was given a reference, whose writes are reckoned with. */
    private boolean isWritten(Region.Write write) {
        return !creation.contains(write.statement()) && !(write.statement() instanceof Statement.CallInactive);
    }

    private void last(Block block) {
        Walk.statements(block, statement -> {
            if (activity.isActive(statement)) {
                findings.add(new Finding(Kind.ACTIVE_FINALLY, statement.position(), ""));
            }
        });
    }

    private boolean boxes(Expression part) {
        return part instanceof Expression.Cast cast
                && cast.type() instanceof Type.Opaque
                && activity.isVaried(cast.operand());
    }

    /** What such code is given must not depend on active values, and what it gives must not be written. */
    private void inactive(Statement.CallInactive call) {
        if (call.onlyReads()) {
            return;
        }
        if (call.arguments().stream().anyMatch(activity::isVaried)) {
            findings.add(new Finding(
                    Kind.INACTIVE_ARGUMENT, call.position(), call.target().toString()));
        }
        call.result()
                .filter(result -> result.type().isReference())
                .flatMap(result -> aliases.numbers(result).writes().stream()
                        .filter(this::isWritten)
                        .findFirst())
                .ifPresent(write -> findings.add(new Finding(
                        Kind.CONSTANT,
                        write.statement().position(),
                        call.target().toString())));
    }

    private void checkConstant(Expression reference, String name) {
        aliases.numbers(reference).writes().stream()
                .filter(this::isWritten)
                .findFirst()
                .ifPresent(write -> findings.add(
                        new Finding(Kind.CONSTANT, write.statement().position(), name)));
    }

    private void constant(Statement call, boolean isConstant, String parameter, Expression argument) {
        if (isConstant && activity.isVaried(argument) || call instanceof Statement.CallModel && texts.tells(argument)) {
            findings.add(new Finding(Kind.CONSTANT_ARGUMENT, call.position(), parameter));
        }
    }

    private void shared(Method method, Statement.CallModel call, Expression reference) {
        Optional<String> state = writtenState(reference);
        if (state.isPresent()) {
            findings.add(new Finding(Kind.STATE_ESCAPES, call.position(), state.get()));
        } else if (!call.callee().isGiven() && stability.isWrittenAfter(reference, method, call, creation)) {
            findings.add(new Finding(
                    Kind.SHARED_WITH_MODEL,
                    call.position(),
                    call.callee().owner().simpleName() + "." + call.callee().name()));
        }
    }

    /** The field behind a reference, if the unit writes into it. */
    private Optional<String> writtenState(Expression reference) {
        Region numbers = aliases.numbers(reference);
        if (numbers.writes().isEmpty()) {
            return Optional.empty();
        }
        return numbers.fields().stream()
                .filter(field -> field.role() == Field.Role.STATE)
                .map(Field::name)
                .findFirst();
    }
}
