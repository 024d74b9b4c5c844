package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The adjoint of a method, in two halves on one tape.
 *
 * @param source the method
 * @param parameters what the recording half takes: each parameter of the method, followed by its dual if it is an active
 *     array or matrix
 * @param standIns what a dual among the parameters is where a caller has no use for it and gives null
 * @param forward the recording half: computes what the method computes and puts on the tape what the other half needs
 * @param seeds what the reverse half takes: the adjoints of results that are numbers, and in a tangent of the adjoint then their
 *     tangents
 * @param given what the reverse half of a helper takes after that: parameters and duals that whoever calls it has again
 * @param reverse the reverse half: takes from the tape and adds to the duals
 * @param together both halves in one, for a seed of one and shadows from the start, where each turn of a loop can go back at once
 * @param plan what the reverse half takes from where
 */
public record AdjointMethod(
        Method source,
        List<Variable> parameters,
        Map<Variable, Expression> standIns,
        Block forward,
        List<Variable> seeds,
        List<Variable> given,
        Block reverse,
        Optional<Block> together,
        Plan plan) {

    public AdjointMethod {
        parameters = List.copyOf(parameters);
        standIns = Collections.unmodifiableMap(new LinkedHashMap<>(standIns));
        seeds = List.copyOf(seeds);
        given = List.copyOf(given);
    }

    /** The parameters of the reverse half. */
    public List<Variable> reverseParameters() {
        return Stream.concat(seeds.stream(), given.stream()).toList();
    }

    /** The same adjoint with a change made to all its code. */
    AdjointMethod withBlocks(UnaryOperator<Block> change) {
        return new AdjointMethod(
                source,
                parameters,
                standIns,
                change.apply(forward),
                seeds,
                given,
                change.apply(reverse),
                together.map(change),
                plan);
    }
}
