package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.Expression;
import java.util.List;

/** A library method that is short for others: where it is called, these are called instead, and the derivative is theirs. */
@FunctionalInterface
public interface Form {

    /** What stands for the name of a constructor. */
    String CONSTRUCTOR = "<init>";

    /**
     * Writes what the call does.
     *
     * @param writer where statements go
     * @param arguments what the method is called with, the receiver first for an instance method
     * @return the call's value
     */
    Expression expand(FormWriter writer, List<Expression> arguments);

    /** The same, where no argument may be null. */
    default Form withoutNull() {
        return (writer, arguments) -> {
            arguments.forEach(writer::requireObject);
            return expand(writer, arguments);
        };
    }
}
