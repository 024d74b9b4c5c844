package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method with a derivative given by hand the rule for a method of another class, such as a library's: in classes that ask for
 * it with {@link UseRules}, calls of that method have this derivative.
 *
 * <pre>{@code
 * public final class GammaRules {
 *     @RuleFor(Gamma.class)
 *     @PartialDerivatives("digamma")
 *     public static double logGamma(double x) { return Gamma.logGamma(x); }
 *
 *     public static double digamma(double x) { return Gamma.digamma(x); }
 * }
 * }</pre>
 *
 * <p>The rule is static, calls that method and returns what it returns. It has the method's name, parameter types and result type; for
 * an instance method the object comes first, as a parameter of the named class. Beside this annotation it has
 * {@link CustomDerivative} or {@link PartialDerivatives}. It is differentiable like a method marked {@link Differentiable}, so it has a
 * generated check of its own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface RuleFor {

    /** The class that declares the method. */
    Class<?> value();
}
