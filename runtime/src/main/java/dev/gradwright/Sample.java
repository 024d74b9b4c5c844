package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a differentiable class that makes a sample for generated tests: the model, or one argument.
 *
 * <p>The method is not private. It may take a {@code RandomGenerator} (or {@code Random}), from which alone it draws, and {@code int}s
 * named like dimensions of a {@link Shape}, whose lengths it then gets.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sample {

    /** The name of the argument that the method makes; empty for the model itself. */
    String value() default "";
}
