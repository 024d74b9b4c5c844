package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import java.util.List;

/** The partial derivative of a function with respect to one argument, as an expression in its arguments and its result. */
@FunctionalInterface
public interface Partial {

    /**
     * Builds the partial derivative.
     *
     * @param arguments the function's arguments
     * @param result the function's value at these arguments
     */
    Expression of(List<Expression> arguments, Expression result);
}
