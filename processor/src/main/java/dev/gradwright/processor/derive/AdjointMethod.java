package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import java.util.List;
import java.util.Optional;

/**
 * The adjoint of a method, in two halves on one tape.
 *
 * @param source the method
 * @param parameters what the recording half takes: each parameter of the method, followed by its dual if it is an active
 *     array or matrix
 * @param forward the recording half: computes what the method computes and puts on the tape what the other half needs
 * @param seed what the reverse half takes: the adjoint of the result; empty if the result is an array, a matrix or nothing
 * @param reverse the reverse half: takes from the tape and adds to the duals
 */
public record AdjointMethod(
        Method source, List<Variable> parameters, Block forward, Optional<Variable> seed, Block reverse) {

    public AdjointMethod {
        parameters = List.copyOf(parameters);
    }
}
