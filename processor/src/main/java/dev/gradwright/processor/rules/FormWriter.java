package dev.gradwright.processor.rules;

import dev.gradwright.processor.ir.ClassRef;
import dev.gradwright.processor.ir.Expression;
import dev.gradwright.processor.ir.Expression.Place;
import dev.gradwright.processor.ir.Type;
import java.util.function.Consumer;

/** Where a {@link Form} writes the statements that it stands for. */
public interface FormWriter {

    /** Where {@link #zeros} gets its statement from. */
    ClassRef SHAPED = ClassRef.of("dev.gradwright.linalg", "Shaped");

    /** The value of a call that gives none. */
    Expression NOTHING = new Expression.Null(Type.VOID);

    /** A new matrix of zeros. */
    Expression matrix(Expression rows, Expression columns);

    /** A matrix that a call is to write into, zero and in this shape; a new one where the call says null. */
    Expression zeros(Expression output, Expression rows, Expression columns);

    /** A matrix that a call is to write into; a new one in this shape where the call says null. */
    Expression orNew(Expression output, Expression rows, Expression columns);

    /** A new copy of an array or matrix. */
    Expression copy(Expression source);

    /** An object of the runtime that lasts as long as the record, such as a factorization; always the same one in the same place. */
    Expression kept(ClassRef type);

    /** Calls a method that the table knows, static or of its first argument; gives its value, or its output. */
    Expression call(ClassRef owner, String name, Expression... arguments);

    /** Refuses null where an object is needed. */
    void requireObject(Expression reference);

    /** Declares a variable for a value that must not change when what it is read from does. */
    Expression held(Expression value);

    /** A variable that starts with a value; {@link #assign} changes it. */
    Expression.Read variable(String name, Expression start);

    /** Gives a variable another value. */
    void assign(Expression.Read variable, Expression value);

    /** Writes an element or entry. */
    void store(Place place, Expression value);

    /** {@code for (int i = 0; i < count; i++) body}. */
    void loop(Expression count, Consumer<Expression> body);

    /** {@code if (condition) body}. */
    void when(Expression condition, Runnable body);

    /** {@code if (condition) throw new exception(message)}. */
    void failIf(Expression condition, ClassRef exception, String message);

    /** {@code "F.java:12"}: where the call stands. */
    String place();
}
