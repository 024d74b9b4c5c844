package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that is learned: the derivative is taken with respect to it and optimizers change it.
 *
 * <p>The field is final, not private, and a {@code DMatrixRMaj}, a {@code double[]}, or an array of such; its contents change, the
 * object and its shape do not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Parameter {}
