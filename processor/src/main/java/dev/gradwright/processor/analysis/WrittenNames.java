package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.OperationRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which arrays a piece of a method writes into, by name: parameters and variables that new arrays were made for. {@link Aliases} knows what may
 * be one array in the whole unit; this tells one call of a helper from another, where all names can be followed.
 */
public final class WrittenNames {

    private final Unit unit;
    private final Map<Method.Key, Optional<Set<Variable>>> known = new HashMap<>();
    private final Map<Variable, Optional<Expression>> values = new IdentityHashMap<>();
    private final Set<Variable> origins = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean keepsReferences;

    /** Prepares for a unit. */
    public WrittenNames(Unit unit) {
        this.unit = unit;
        unit.methods().values().forEach(this::note);
        keepsReferences = unit.methods().values().stream()
                .anyMatch(method -> Walk.any(method.body(), WrittenNames::keepsReference));
    }

    /** What the block writes into; nothing if that cannot be said by names. */
    public Optional<Set<Variable>> in(Block block) {
        Set<Variable> written = Collections.newSetFromMap(new IdentityHashMap<>());
        return !keepsReferences && collect(block, written) ? Optional.of(written) : Optional.empty();
    }

    private void note(Method method) {
        Assignments assignments = new Assignments(method);
        method.parameters().forEach(parameter -> origins.add(parameter.variable()));
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.Declare declare && assignments.isFinal(declare.variable())) {
                values.put(declare.variable(), declare.value());
            } else if (statement instanceof Statement.Allocate allocate) {
                origins.add(allocate.variable());
            }
        });
    }

    /** Whether a reference comes to lie in an array, so that arrays by other names are reached through it. */
    private static boolean keepsReference(Statement statement) {
        return statement instanceof Statement.Store store
                        && store.place().type().isReference()
                || statement instanceof Statement.Allocate allocate
                        && !(allocate.allocation() instanceof Statement.Allocation.NewArray)
                        && !allocate.variable().type().equals(Type.DOUBLES);
    }

    private boolean collect(Block block, Set<Variable> written) {
        return !Walk.any(block, statement -> !collect(statement, written));
    }

    private boolean collect(Statement statement, Set<Variable> written) {
        if (statement instanceof Statement.Store store) {
            return origin(store.place().container(), written);
        } else if (statement instanceof Statement.Operate operate) {
            return operate.result().isEmpty()
                    && OperationRules.of(operate.operation()).outputs().stream()
                            .allMatch(output -> origin(operate.arguments().get(output), written));
        } else if (statement instanceof Statement.CallHelper call) {
            return collect(call, written);
        }
        return statement instanceof Statement.Declare
                || statement instanceof Statement.Assign
                || statement instanceof Statement.Allocate
                || statement instanceof Statement.If
                || statement instanceof Statement.For
                || statement instanceof Statement.While;
    }

    private boolean collect(Statement.CallHelper call, Set<Variable> written) {
        Method callee = unit.methods().get(call.callee());
        Optional<Set<Variable>> inside = ofCallee(callee);
        if (inside.isEmpty() || unit.checkpoints().containsKey(call.callee())) {
            return false;
        }
        List<Expression> reached = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (inside.get().contains(callee.parameters().get(i).variable())) {
                reached.add(call.arguments().get(i));
            }
        }
        return reached.stream().allMatch(argument -> origin(argument, written));
    }

    private Optional<Set<Variable>> ofCallee(Method callee) {
        if (!known.containsKey(callee.key())) {
            known.put(callee.key(), Optional.empty()); // as long as it is not known, for one that calls itself
            known.put(callee.key(), in(callee.body()));
        }
        return known.get(callee.key());
    }

    /** Adds the name of the array that a reference leads to or into; false if there is none. */
    private boolean origin(Expression reference, Set<Variable> written) {
        if (reference instanceof Expression.Read read && origins.contains(read.variable())) {
            written.add(read.variable());
            return true;
        } else if (reference instanceof Expression.Read read) {
            Optional<Expression> value = values.getOrDefault(read.variable(), Optional.empty());
            return value.isPresent() && origin(value.get(), written);
        }
        return reference instanceof Expression.Element element && origin(element.array(), written);
    }
}
