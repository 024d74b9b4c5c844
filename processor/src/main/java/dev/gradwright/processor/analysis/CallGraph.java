package dev.gradwright.processor.analysis;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Statement;
import dev.gradwright.processor.ir.Unit;
import java.util.HashSet;
import java.util.Set;

/** Which methods of a unit call which, directly or not. */
final class CallGraph {

    private final Unit unit;

    CallGraph(Unit unit) {
        this.unit = unit;
    }

    /** Whether a method is another one or calls it. */
    boolean reaches(Method.Key from, Method target) {
        return reaches(from, target, new HashSet<>());
    }

    private boolean reaches(Method.Key from, Method target, Set<Method.Key> visited) {
        if (from.equals(target.key())) {
            return true;
        }
        if (!visited.add(from)) {
            return false;
        }
        boolean[] found = {false};
        Walk.statements(
                unit.methods().get(from).body(),
                statement -> found[0] |=
                        statement instanceof Statement.CallHelper call && reaches(call.callee(), target, visited));
        return found[0];
    }
}
