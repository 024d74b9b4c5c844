package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a class with differentiable methods: calls in them of methods that have a rule in one of the listed classes are differentiated by
 * it. The rules of the class itself need not be listed; those of classes nested in it do.
 *
 * <p>Nothing but this list decides which rules are used, so that a gradient never depends on what else is compiled or lies on the
 * class path.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface UseRules {

    /** Classes with methods marked {@link RuleFor}. */
    Class<?>[] value();
}
