package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Field;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds writes that would make a gradient silently wrong: into a parameter, whatever the name it is reached by; into what
 * another model was given or has returned, since its record relies on that; into a field whose array is handed out.
 */
public final class Overwrites {

    /** What is wrong with a write. */
    public enum Kind {
        /** A parameter is changed during forward. */
        PARAMETER,
        /** Contents that another model was given or has returned are changed later. */
        SHARED_WITH_MODEL,
        /** A field that the methods write is returned, or given to another model. */
        STATE_ESCAPES
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
    private final List<Finding> findings = new ArrayList<>();

    private Overwrites(Unit unit, Aliases aliases, Stability stability) {
        this.unit = unit;
        this.aliases = aliases;
        this.stability = stability;
    }

    /** Checks a unit. */
    public static List<Finding> in(Unit unit, Aliases aliases, Stability stability) {
        Overwrites overwrites = new Overwrites(unit, aliases, stability);
        unit.fields().forEach(overwrites::parameter);
        unit.methods().values().forEach(overwrites::method);
        return overwrites.findings;
    }

    private void parameter(Field field) {
        if (field.role() == Field.Role.PARAMETER) {
            Expression reference = new Expression.ModelField(field);
            List<Region.Write> writes = new ArrayList<>(aliases.numbers(reference).writes());
            writes.addAll(aliases.region(reference).writes());
            if (!writes.isEmpty()) {
                Position position = writes.get(0).statement().position();
                findings.add(new Finding(Kind.PARAMETER, position, field.name()));
            }
        }
    }

    private void method(Method method) {
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.CallModel call) {
                call.arguments().stream()
                        .filter(argument -> argument.type().isReference())
                        .forEach(argument -> shared(method, call, argument));
                if (call.result().type().isReference()) {
                    shared(method, call, Expressions.read(call.result()));
                }
            }
        });
        if (method.role() != Method.Role.HELPER) {
            method.result()
                    .filter(result -> result.type().isReference())
                    .flatMap(result -> writtenState(Expressions.read(result)))
                    .ifPresent(field -> findings.add(new Finding(Kind.STATE_ESCAPES, method.position(), field)));
        }
    }

    private void shared(Method method, Statement.CallModel call, Expression reference) {
        Optional<String> state = writtenState(reference);
        if (state.isPresent()) {
            findings.add(new Finding(Kind.STATE_ESCAPES, call.position(), state.get()));
        } else if (stability.isWrittenAfter(reference, method, call)) {
            findings.add(new Finding(Kind.SHARED_WITH_MODEL, call.position(), call.callee().owner().simpleName() + "."
                    + call.callee().name()));
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
