package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the dimensions of an array or matrix: {@code @Shape("batch, inputs")}.
 *
 * <p>The same name means the same length wherever it occurs in a class. Gradients check it when they run, and generated tests
 * build their samples from it. A dimension may also be a number: {@code @Shape("batch, 3")}. On a method it speaks of the result.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface Shape {

    /** The names of the dimensions, separated by commas: one for an array, two for a matrix or an array of arrays. */
    String value();
}
