package dev.gradwright.processor.lower;

import dev.gradwright.processor.ir.Method;
import dev.gradwright.processor.ir.Type;
import java.util.List;

/** A method as far as its declaration tells. */
record MethodSignature(
        Method.Key key,
        boolean isStatic,
        List<Method.Parameter> parameters,
        Type result,
        String shape,
        Method.Role role) {

    MethodSignature {
        parameters = List.copyOf(parameters);
    }
}
