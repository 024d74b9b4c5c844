package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a static function of numbers its derivative by hand, where its body cannot be differentiated or a better formula is known:
 *
 * <pre>{@code
 * @PartialDerivatives("logistic")
 * static double softplus(double x) { return x > 30 ? x : Math.log1p(Math.exp(x)); }
 *
 * static double logistic(double x) { return 1 / (1 + Math.exp(-x)); }
 * }</pre>
 *
 * <p>The function returns {@code double} and depends on nothing but its arguments; neither it nor its derivatives are private.
 * Generated checks compare the formula with differences, as they do with all others. Beside {@link Differentiable} the function has a
 * gradient and a check of its own. For methods that take or return arrays there is {@link CustomDerivative}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PartialDerivatives {

    /**
     * For each {@code double} parameter, in order, the name of the static method of the same class that computes the derivative with
     * respect to it; it takes the same parameters and returns {@code double}.
     */
    String[] value();
}
