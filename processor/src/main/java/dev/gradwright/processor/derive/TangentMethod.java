package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import java.util.List;

/**
 * The tangent of a method.
 *
 * @param source the method
 * @param parameters what it takes: each parameter of the method, followed by its tangent if it is active
 * @param body computes what the method computes, and beside each active value its tangent
 */
public record TangentMethod(Method source, List<Variable> parameters, Block body) {

    public TangentMethod {
        parameters = List.copyOf(parameters);
    }
}
