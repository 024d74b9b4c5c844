package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expressions;
import dev.gradwright.processor.ir.Position;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The plan for each value that the reverse sweep needs: computed again from values that are there anyway, or kept on the
 * tape. Every such value is a variable with one value throughout its scope. The forward sweep of a scope ends by pushing those
 * that are kept; its reverse sweep begins by popping them, then computes the others.
 */
final class Keeping {

    /** How a variable comes by its value. */
    private record Definition(
            Variable variable,
            Scope scope,
            int index,
            int sequence,
            Supplier<Optional<Expression>> recipe,
            Supplier<String> why) {

        Plan.Value planned(Plan.Source source) {
            List<Statement> statements = scope.block().statements();
            int line = index >= 0 && index < statements.size()
                    ? statements.get(index).position().line()
                    : 0;
            return new Plan.Value(variable.name(), variable.type(), scope.loopDepth(), line, source, why.get());
        }
    }

    private final Map<Variable, Definition> definitions = new IdentityHashMap<>();
    private final Set<Variable> givens = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> arguments = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> demanded = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Variable> undecided = new ArrayDeque<>();
    private final Map<Variable, Expression> recomputed = new IdentityHashMap<>();
    private final List<Definition> kept = new ArrayList<>();
    private final List<Definition> recomputedInOrder = new ArrayList<>();

    /** Says that the reverse sweep has the variable anyway, as the index of a loop that it runs backwards by counting. */
    void given(Variable variable) {
        givens.add(variable);
    }

    /** Says that whoever calls the reverse sweep gives it the variable again if it wants it. */
    void argument(Variable variable) {
        arguments.add(variable);
    }

    /** The arguments that the reverse sweep wants to be given again. */
    Set<Variable> wanted() {
        return wanted;
    }

    /**
     * Says where a variable gets its value.
     *
     * @param recipe asked when the variable is needed: an expression that computes it in the reverse sweep, or nothing if it
     *     has to be kept
     * @param why asked then: the reason, for people
     */
    void define(
            Variable variable, Scope scope, int index, Supplier<Optional<Expression>> recipe, Supplier<String> why) {
        definitions.put(variable, new Definition(variable, scope, index, definitions.size(), recipe, why));
    }

    /** Says where a variable gets its value that has to be kept if it is needed. */
    void define(Variable variable, Scope scope, int index, String why) {
        define(variable, scope, index, Optional::empty, () -> why);
    }

    /** The variable as an expression of the reverse sweep; where it gets its value may be said later. */
    Expression demand(Variable variable) {
        if (arguments.contains(variable)) {
            wanted.add(variable);
        } else if (!givens.contains(variable) && demanded.add(variable)) {
            undecided.add(variable);
        }
        return Expressions.read(variable);
    }

    /** Whether using the variable in the reverse sweep of a scope costs nothing more: it is there, or belongs to an outer loop. */
    boolean isFree(Variable variable, Scope user) {
        if (givens.contains(variable) || demanded.contains(variable) || wanted.contains(variable)) {
            return true;
        }
        if (arguments.contains(variable) && variable.type().isReference()) {
            return true;
        }
        Definition definition = definitions.get(variable);
        return definition != null && definition.scope().loopDepth() < user.loopDepth();
    }

    /** Decides for all variables that are needed. */
    void settle() {
        while (!undecided.isEmpty()) {
            Variable variable = undecided.remove();
            Definition definition = definitions.get(variable);
            if (definition == null) {
                throw new IllegalStateException("no definition of " + variable);
            }
            Optional<Expression> again = definition.recipe().get();
            if (again.isPresent()) {
                recomputed.put(variable, again.get());
                recomputedInOrder.add(definition);
            } else {
                kept.add(definition);
            }
        }
        Comparator<Definition> order =
                Comparator.comparingInt(Definition::index).thenComparingInt(Definition::sequence);
        kept.sort(order);
        recomputedInOrder.sort(order);
    }

    /** What has been decided. */
    Plan plan() {
        List<Plan.Value> values = new ArrayList<>();
        kept.forEach(definition -> values.add(definition.planned(Plan.Source.KEPT)));
        for (Definition definition : recomputedInOrder) {
            boolean isRead = recomputed.get(definition.variable()) instanceof Expression.Place;
            values.add(definition.planned(isRead ? Plan.Source.READ_AGAIN : Plan.Source.COMPUTED_AGAIN));
        }
        values.sort(Comparator.comparingInt(Plan.Value::loops).thenComparingInt(Plan.Value::line));
        return new Plan(values);
    }

    /** The variables of a scope that go on the tape, in the order in which they get their values. */
    List<Variable> kept(Scope scope) {
        return kept.stream()
                .filter(definition -> definition.scope() == scope)
                .map(Definition::variable)
                .toList();
    }

    /** The declarations of the variables of a scope that are computed again. */
    List<Statement> recomputed(Scope scope) {
        return recomputedInOrder.stream()
                .filter(definition -> definition.scope() == scope)
                .<Statement>map(definition -> new Statement.Declare(
                        definition.variable(), Optional.of(recomputed.get(definition.variable())), Position.NOWHERE))
                .toList();
    }
}
