package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Operation;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.Lookup;
import dev.gradwright.processor.rules.OperationRule;
import dev.gradwright.processor.rules.OperationRules;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a derivative there is once for each seed: all duals of numbers and of what leads to numbers, and whatever is made of these.
 * The values of the method, its control flow and the partial derivatives are there once.
 */
final class Laned {

    /** Where a generated object remembers a value of the program's: its own or another one, and the name there. */
    private record Place(Optional<Type> owner, String name) {}

    private final Set<Variable> laned = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> ofMethod = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> shares = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Place> values = new HashSet<>();
    private boolean changed;

    private Laned(Method method, Duals duals) {
        method.parameters().forEach(parameter -> ofMethod.add(parameter.variable()));
        Walk.statements(method.body(), statement -> ofMethod.addAll(Walk.declared(statement)));
        duals.all().stream().filter(dual -> Type.isNumeric(dual.type())).forEach(laned::add);
    }

    /** Finds it in a forward sweep, which has to do with what methods return as well as with derivatives. */
    static Laned inForwardSweep(Facts facts, Protocol protocol, Method method, Duals duals, Block sweep) {
        Laned laned = new Laned(method, duals);
        facts.unit().methods().values().forEach(other -> laned.addValues(protocol, duals, other));
        laned.spread(sweep);
        return laned;
    }

    /** Finds it in a reverse sweep, where all that is remembered are derivatives. */
    static Laned inReverseSweep(Method method, Duals duals, Block sweep) {
        Laned laned = new Laned(method, duals);
        laned.spread(sweep);
        return laned;
    }

    private void spread(Block sweep) {
        do {
            changed = false;
            Walk.statements(sweep, this::spread);
        } while (changed);
    }

    /** Adds where methods put what they return, if that is taken apart. */
    private void addValues(Protocol protocol, Duals duals, Method method) {
        String name = protocol.name(method.key());
        for (Method.Result result : method.results().size() > 1 ? method.results() : List.<Method.Result>of()) {
            values.add(new Place(Optional.empty(), Protocol.result(name, result.part())));
            values.add(new Place(Optional.empty(), Protocol.result(Protocol.primal(name), result.part())));
        }
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.CallModel call && call.results().size() > 1) {
                Type owner = call.receiver()
                        .map(receiver -> duals.typeOf(receiver.type()))
                        .orElseGet(
                                () -> new Type.Derivative(call.callee().owner().generated(duals.generatedSuffix())));
                call.callee()
                        .results()
                        .forEach(result -> values.add(new Place(
                                Optional.of(owner),
                                Protocol.result(call.callee().stem(), result.part()))));
            }
        });
    }

    /** Whether there is a variable for each seed. */
    boolean has(Variable variable) {
        return laned.contains(variable);
    }

    /** Whether an expression has a value for each seed. All duals of one thing have its shape. */
    boolean has(Expression expression) {
        if (expression instanceof Expression.Length || expression instanceof Expression.Extent) {
            return false;
        }
        return isRoot(expression) || expression.parts().stream().anyMatch(this::has);
    }

    /** Whether an expression names something that there is for each seed. */
    boolean isRoot(Expression expression) {
        if (expression instanceof Expression.Read read) {
            return has(read.variable());
        } else if (expression instanceof Expression.DerivativeField || expression instanceof Expression.ShadowOf) {
            return Type.isNumeric(expression.type());
        } else if (expression instanceof Expression.Remembered remembered) {
            return isDerivative(remembered.receiver(), remembered.name(), remembered.type());
        }
        return false;
    }

    /** Whether what is remembered under a name is a derivative, and not what a method has returned. */
    boolean isDerivative(Optional<Expression> receiver, String name, Type type) {
        return Type.isNumeric(type) && !values.contains(new Place(receiver.map(Expression::type), name));
    }

    /** Whether a statement reads or writes something that there is for each seed, itself and not inside its blocks. */
    boolean touches(Statement statement) {
        return Walk.declared(statement).stream().anyMatch(this::has)
                || statement instanceof Statement.Assign assign && has(assign.variable())
                || Walk.expressions(statement).stream().anyMatch(this::has);
    }

    private void spread(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            declare.value().ifPresent(value -> mark(Optional.of(declare.variable()), value));
        } else if (statement instanceof Statement.Assign assign) {
            mark(Optional.of(assign.variable()), assign.value());
        } else if (statement instanceof Statement.Store store) {
            mark(root(store.place()), store.value());
        } else if (statement instanceof Statement.Allocate allocate) {
            if (allocate.allocation() instanceof Allocation.Share) {
                shares.add(allocate.variable());
            }
            Walk.expressions(allocate).forEach(from -> mark(Optional.of(allocate.variable()), from));
        } else if (statement instanceof Statement.Operate operate) {
            List<Optional<Variable>> written = written(operate);
            operate.arguments().forEach(argument -> {
                written.forEach(variable -> mark(variable, argument));
                mark(operate.result(), argument);
            });
        } else if (statement instanceof Statement.CallInactive call) {
            call.arguments().forEach(argument -> {
                mark(call.result(), argument);
                call.arguments().forEach(other -> mark(root(other).filter(shares::contains), argument));
            });
        }
    }

    /** What an operation writes. The tangent of a factorization has no rule of its own, and writes tangents alone. */
    private static List<Optional<Variable>> written(Statement.Operate operate) {
        Operation operation = operate.operation();
        return OperationRules.find(operation.owner(), operation.name(), operation.parameters())
                        instanceof Lookup.Found<OperationRule> found
                ? found.rule().outputs().stream()
                        .map(out -> root(operate.arguments().get(out)))
                        .toList()
                : List.of();
    }

    private void mark(Optional<Variable> variable, Expression from) {
        variable.filter(to -> !ofMethod.contains(to) && Type.isNumeric(to.type()) && has(from))
                .ifPresent(to -> changed |= laned.add(to));
    }

    /** The variable through which memory is reached. */
    private static Optional<Variable> root(Expression reference) {
        if (reference instanceof Expression.Read read) {
            return Optional.of(read.variable());
        } else if (reference instanceof Expression.Place place) {
            return root(place.container());
        } else if (reference instanceof Expression.Data data) {
            return root(data.matrix());
        }
        return Optional.empty();
    }
}
