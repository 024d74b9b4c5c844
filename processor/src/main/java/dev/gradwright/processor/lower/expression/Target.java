package dev.gradwright.processor.lower.expression;

import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Type;

/** What an assignment writes to. */
interface Target {

    Type type();

    /** Its value, as it is now. */
    Expression read();

    void write(Expression value);
}
