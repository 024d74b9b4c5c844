package dev.gradwright.processor.derive;

import dev.gradwright.processor.analysis.Walk;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Protocol;
import dev.gradwright.processor.ir.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The adjoints of all active methods of a unit. What the reverse half of a helper wants to be given again its callers must know, so a
 * helper is derived before those who call it; and they are derived once more if it wants more later, as methods that call each other in
 * a circle may.
 */
public final class Adjoints {

    /** An adjoint, and the names of its duals. */
    record Named(AdjointMethod adjoint, Duals bars) {}

    private final Facts facts;
    private final List<Method> active;

    /** The methods that are to be derived, callees first. */
    private final Map<Method.Key, Method> ahead = new LinkedHashMap<>();

    private Adjoints(Facts facts) {
        this.facts = facts;
        this.active = facts.unit().methods().values().stream()
                .filter(facts.activity()::isActive)
                .toList();
    }

    /** Derives all active methods of a flattened unit, in its order. */
    public static List<AdjointMethod> of(Facts facts, Protocol protocol, TransposeNotes notes) {
        return of(facts, protocol, notes, () -> new Duals("Bar", Protocol.GRADIENT)).stream()
                .map(named -> named.adjoint()
                        .withBlocks(
                                block -> CarriedElements.in(block, named.bars().all())))
                .toList();
    }

    /** Derives all active methods of a flattened unit, in its order, with names for the duals of each. */
    static List<Named> of(Facts facts, Protocol protocol, TransposeNotes notes, Supplier<Duals> duals) {
        return new Adjoints(facts).derived(protocol, notes, duals);
    }

    private List<Named> derived(Protocol protocol, TransposeNotes notes, Supplier<Duals> duals) {
        ReverseArguments given = new ReverseArguments(facts.unit());
        Set<Method.Key> visited = new HashSet<>();
        active.forEach(method -> addCalleesFirst(method, visited));
        Map<Method.Key, Named> made = new HashMap<>();
        while (!ahead.isEmpty()) {
            Method method = ahead.remove(ahead.keySet().iterator().next());
            Duals bars = duals.get();
            AdjointMethod adjoint = Adjoint.of(facts, protocol, method, notes, bars, given);
            Named before = made.put(method.key(), new Named(adjoint, bars));
            int known = before == null ? 0 : before.adjoint().given().size();
            if (adjoint.given().size() > known) {
                active.stream()
                        .filter(caller -> made.containsKey(caller.key()))
                        .filter(caller -> callees(caller).contains(method.key()))
                        .forEach(caller -> ahead.put(caller.key(), caller));
            }
        }
        return active.stream().map(method -> made.get(method.key())).toList();
    }

    private void addCalleesFirst(Method method, Set<Method.Key> visited) {
        if (facts.activity().isActive(method) && visited.add(method.key())) {
            callees(method)
                    .forEach(callee -> addCalleesFirst(facts.unit().methods().get(callee), visited));
            ahead.put(method.key(), method);
        }
    }

    private static Set<Method.Key> callees(Method method) {
        Set<Method.Key> callees = new LinkedHashSet<>();
        Walk.statements(method.body(), statement -> {
            if (statement instanceof Statement.CallHelper call) {
                callees.add(call.callee());
            }
        });
        return callees;
    }
}
