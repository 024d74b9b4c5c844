package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that every element of an {@code int[]} argument is an index into a dimension: {@code @Index("classes") int[] labels} holds
 * numbers from 0 to one less than the length of {@code classes}. Gradients check it when they run, and generated tests make their
 * samples accordingly.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Index {

    /** The name of the dimension, as in a {@link Shape}. */
    String value();
}
