package dev.gradwright.processor.ir;

import java.util.List;
import java.util.Map;

/**
 * A differentiable class: all that the stages after lowering know of it.
 *
 * @param name its name
 * @param isInterface whether it is an interface, whose methods have no bodies
 * @param contracts the differentiable interfaces that it implements
 * @param isPublic whether the class (and every class around it) is public
 * @param fields its parameters and differentiable objects in source order, then other instance fields its methods use
 * @param methods its differentiable methods in source order and the helpers they reach
 * @param checkpoints the helpers that are checkpointed steps of loops, with how many copies of the state may be kept
 * @param secondOrder whether second derivatives are asked for
 * @param seeds how many seeds a sweep is asked to carry; one, if nothing is asked for
 * @param samples how to make an object and arguments for tests
 */
public record Unit(
        ClassRef name,
        boolean isInterface,
        List<ClassRef> contracts,
        boolean isPublic,
        List<Field> fields,
        Map<Method.Key, Method> methods,
        Map<Method.Key, Integer> checkpoints,
        boolean secondOrder,
        int seeds,
        Samples samples) {

    /** The most seeds a sweep carries, for all that is done with a derivative is written out for each of them. */
    public static final int MOST_SEEDS = 64;

    public Unit {
        contracts = List.copyOf(contracts);
        fields = List.copyOf(fields);
        checkpoints = Map.copyOf(checkpoints);
    }

    /** The same unit with other methods. */
    public Unit withMethods(Map<Method.Key, Method> others) {
        return new Unit(
                name, isInterface, contracts, isPublic, fields, others, checkpoints, secondOrder, seeds, samples);
    }

    /** Whether derivatives for several seeds in one sweep are asked for. */
    public boolean hasLanes() {
        return seeds > 1;
    }

    /** The methods that callers can differentiate, in source order. */
    public List<Method> differentiable() {
        return methods.values().stream()
                .filter(method -> method.role() != Method.Role.HELPER)
                .toList();
    }

    /** Whether any differentiable method needs an object. */
    public boolean hasModel() {
        return differentiable().stream().anyMatch(method -> !method.isStatic());
    }
}
