package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import dev.gradwright.processor.ir.Unit;
import dev.gradwright.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reverse halves of helpers take beside their seeds: those of the helper's arguments, and of their duals, that they have a use
 * for. A caller has them in its own reverse sweep anyway, mostly, where the tape would have to carry them once for each call.
 */
final class ReverseArguments {

    /** What a method of the virtual machine takes at most; a long or double takes two. */
    private static final int MOST_SLOTS = 255;

    private final Unit unit;
    private final Map<Method.Key, Set<Variable>> values = new HashMap<>();
    private final Map<Method.Key, Set<Variable>> duals = new HashMap<>();

    ReverseArguments(Unit unit) {
        this.unit = unit;
    }

    /** Whether the callers of a method's reverse half give it arguments again: they all are of this class, and it can take them. */
    boolean mayBeGiven(Method method) {
        // in second derivatives each has a dual, a tangent and the dual's tangent, or one dual for each seed
        int copies = 1 + Math.max(3, unit.seeds());
        int slots = 1;
        for (Method.Parameter parameter : method.parameters()) {
            slots += copies * slots(parameter.variable());
        }
        for (Variable result : method.resultVariables()) {
            slots += copies * slots(result);
        }
        return method.role() == Method.Role.HELPER && slots <= MOST_SLOTS;
    }

    private static int slots(Variable variable) {
        return variable.type() == Type.DOUBLE || variable.type() == Type.LONG ? 2 : 1;
    }

    /** Adds what a method's reverse half has turned out to want: parameters and their duals. */
    void add(Method method, Set<Variable> wanted, Duals bars) {
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            if (wanted.contains(variable)) {
                in(values, method).add(variable);
            }
            if (variable.type().isReference() && wanted.contains(bars.of(variable))) {
                in(duals, method).add(variable);
            }
        }
    }

    /** The parameters of a method's reverse half beside its seeds. */
    List<Variable> of(Method method, Duals bars) {
        List<Variable> given = new ArrayList<>();
        for (Method.Parameter parameter : method.parameters()) {
            Variable variable = parameter.variable();
            if (takes(method, variable)) {
                given.add(variable);
            }
            if (takesDual(method, variable)) {
                given.add(bars.of(variable));
            }
        }
        return given;
    }

    /** Whether a method's reverse half takes the argument that a parameter stands for. */
    boolean takes(Method method, Variable parameter) {
        return in(values, method).contains(parameter);
    }

    /** Whether it takes the argument's dual. */
    boolean takesDual(Method method, Variable parameter) {
        return in(duals, method).contains(parameter);
    }

    private static Set<Variable> in(Map<Method.Key, Set<Variable>> map, Method method) {
        return map.computeIfAbsent(method.key(), key -> Collections.newSetFromMap(new IdentityHashMap<>()));
    }
}
