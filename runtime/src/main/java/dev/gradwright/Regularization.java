package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a model that computes its penalty, {@code double penalty()}. It is differentiable, and it is kept apart from
 * the loss on data, because a dominant penalty hides a wrong gradient of the data loss.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Regularization {}
