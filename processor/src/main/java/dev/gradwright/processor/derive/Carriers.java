package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Statement.Allocation;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Variable;
import dev.gradwright.processor.rules.OperationRules;
import dev.gradwright.processor.rules.ScalarRules;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of an adjoint have a tangent: the active ones of the method, as the analysis of the method says, all adjoints, and
 * of what the adjoint pass has added whatever is made of these.
 */
final class Carriers {

    private final Facts facts;
    private final Set<Variable> ofMethod = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> carriers = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> inactive = new HashSet<>();
    private boolean changed;

    /**
     * Finds them.
     *
     * @param bars the adjoints
     */
    Carriers(Facts facts, Protocol protocol, AdjointMethod adjoint, Collection<Variable> bars) {
        this.facts = facts;
        for (Method other : facts.unit().methods().values()) {
            if (!facts.activity().isActive(other)) {
                String name = Protocol.primal(protocol.name(other.key()));
                inactive.add(name);
                other.results().forEach(result -> inactive.add(Protocol.result(name, result.part())));
            }
        }
        Method method = adjoint.source();
        method.parameters().forEach(parameter -> ofMethod(parameter.variable()));
        Walk.statements(method.body(), statement -> {
            Walk.declared(statement).forEach(this::ofMethod);
            if (statement instanceof Statement.For loop) {
                ofMethod(loop.index());
            }
        });
        bars.stream().filter(bar -> Type.isNumeric(bar.type())).forEach(carriers::add);
        do {
            changed = false;
            for (Block half : List.of(adjoint.forward(), adjoint.reverse())) {
                Walk.statements(half, this::spread);
            }
        } while (changed);
    }

    /** Whether a variable has a tangent. */
    boolean has(Variable variable) {
        return carriers.contains(variable);
    }

    /** Whether a call is one of a helper that carries no derivative. */
    boolean isInactive(Statement.Invoke invoke) {
        return invoke.receiver().isEmpty() && inactive.contains(invoke.method());
    }

    /** Whether the value of an expression has a tangent. */
    boolean carries(Expression expression) {
        if (!Type.isNumeric(expression.type())) {
            return false;
        } else if (expression instanceof Expression.Read read) {
            return has(read.variable());
        } else if (expression instanceof Expression.ModelField) {
            return facts.activity().leadsToActive(expression);
        } else if (expression instanceof Expression.DerivativeField || expression instanceof Expression.ShadowOf) {
            return true;
        } else if (expression instanceof Expression.Remembered remembered) {
            return remembered.receiver().isPresent() || !inactive.contains(remembered.name());
        } else if (expression instanceof Expression.Place place) {
            return carries(place.container());
        } else if (expression instanceof Expression.Data data) {
            return carries(data.matrix());
        } else if (expression instanceof Expression.Conditional choice) {
            return carries(choice.then()) || carries(choice.otherwise());
        } else if (expression instanceof Expression.Apply apply) {
            var partials = ScalarRules.of(apply.function()).partials();
            for (int i = 0; i < partials.size(); i++) {
                if (partials.get(i).isPresent() && carries(apply.arguments().get(i))) {
                    return true;
                }
            }
            return false;
        }
        return expression.parts().stream().anyMatch(this::carries);
    }

    /** Whether a reference stands where others lead to numbers that carry a derivative. */
    boolean meetsActive(Expression reference) {
        return Type.isNumeric(reference.type()) && facts.activity().leadsToActive(reference);
    }

    private void ofMethod(Variable variable) {
        ofMethod.add(variable);
        if (Type.isNumeric(variable.type()) && facts.activity().isActive(variable)) {
            carriers.add(variable);
        }
    }

    private void spread(Statement statement) {
        if (statement instanceof Statement.Declare declare) {
            declare.value().ifPresent(value -> mark(declare.variable(), value));
        } else if (statement instanceof Statement.Assign assign) {
            mark(assign.variable(), assign.value());
        } else if (statement instanceof Statement.Store store) {
            root(store.place().container()).ifPresent(variable -> mark(variable, store.value()));
        } else if (statement instanceof Statement.Allocate allocate
                && allocate.allocation() instanceof Allocation.Copy copy) {
            mark(allocate.variable(), copy.source());
        } else if (statement instanceof Statement.Allocate allocate
                && allocate.allocation() instanceof Allocation.DeepCopy copy) {
            mark(allocate.variable(), copy.source());
        } else if (statement instanceof Statement.Allocate allocate
                && allocate.allocation() instanceof Allocation.Share) {
            changed |= carriers.add(allocate.variable());
        } else if (statement instanceof Statement.Operate operate) {
            List<Variable> written = OperationRules.of(operate.operation()).outputs().stream()
                    .flatMap(out -> root(operate.arguments().get(out)).stream())
                    .toList();
            operate.arguments().forEach(argument -> {
                written.forEach(variable -> mark(variable, argument));
                operate.result().ifPresent(variable -> mark(variable, argument));
            });
        }
    }

    private void mark(Variable variable, Expression value) {
        if (!ofMethod.contains(variable) && Type.isNumeric(variable.type()) && carries(value)) {
            changed |= carriers.add(variable);
        }
    }

    /** The variable through which memory is reached. */
    private static Optional<Variable> root(Expression reference) {
        if (reference instanceof Expression.Read read) {
            return Optional.of(read.variable());
        } else if (reference instanceof Expression.Element element) {
            return root(element.array());
        } else if (reference instanceof Expression.Data data) {
            return root(data.matrix());
        }
        return Optional.empty();
    }
}
