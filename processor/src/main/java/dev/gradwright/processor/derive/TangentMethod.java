package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Block;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tangent of a method.
 *
 * @param source the method
 * @param parameters what it takes: each parameter of the method, followed by its tangent if it is active
 * @param standIns what a tangent among the parameters is where a caller has no use for it and gives null
 * @param body computes what the method computes, and beside each active value its tangent
 */
public record TangentMethod(Method source, List<Variable> parameters, Map<Variable, Expression> standIns, Block body) {

    public TangentMethod {
        parameters = List.copyOf(parameters);
        standIns = Collections.unmodifiableMap(new LinkedHashMap<>(standIns));
    }
}
