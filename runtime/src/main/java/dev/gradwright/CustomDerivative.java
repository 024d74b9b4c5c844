package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a method its derivative by hand, in reverse mode, in forward mode or in both. The body of the method may then do what could
 * not be differentiated, or what would be differentiated badly. The method is differentiable like one marked {@link Differentiable},
 * and generated checks compare the rules with each other and with differences of the method.
 *
 * <pre>{@code
 * @CustomDerivative(reverse = "normReverse", forward = "normForward")
 * static double norm(double[] x) { ... }
 *
 * static void normReverse(double[] x, double result, double resultBar, double[] xBar) {
 *     for (int i = 0; i < x.length; i++) xBar[i] = resultBar * x[i] / result;
 * }
 *
 * static double normForward(double[] x, double[] xDot, double result) { ... }
 * }</pre>
 *
 * <p>The rules are methods of the same class, not private, and static if the method is. They say by the names of their parameters what
 * they want, in any order. For a method {@code f} with arguments {@code x}, {@code y}:
 *
 * <table>
 * <caption>What rules take</caption>
 * <tr><td>{@code x}</td><td>the argument as the call saw it: arrays and matrices that the reverse rule names are copied for it</td></tr>
 * <tr><td>{@code result}</td><td>what the method has returned</td></tr>
 * <tr><td>{@code resultBar}</td><td>reverse: the derivative of the objective with respect to the result, of the result's shape</td></tr>
 * <tr><td>{@code xBar}</td><td>reverse: where the share of {@code x} goes, of the shape of {@code x} and zero at first; a
 *     {@code double[]} with one element for a number</td></tr>
 * <tr><td>{@code xDot}</td><td>forward: the direction in which {@code x} moves, of the shape of {@code x}</td></tr>
 * <tr><td>{@code record}</td><td>reverse: what the method named by {@link #record()} has returned</td></tr>
 * </table>
 *
 * <p>The reverse rule returns nothing and takes {@code resultBar} and {@code xBar} of each argument that carries a derivative: share =
 * J'g, with J the Jacobian and g the {@code resultBar} (Griewank and Walther, Evaluating Derivatives, section 3.2). The forward rule
 * returns the derivative of the result, J times the directions, in the shape of the result. Rules change nothing but the shares.
 *
 * <p>The method depends on nothing but its arguments and what does not change, leaves its arguments as they are, and returns a new
 * array or matrix if it returns one. An instance method's object must not change between the two sweeps, and its class has no
 * {@link Parameter}.
 *
 * <p>With a reverse rule alone the tangent of a method that returns a number comes from that rule; of another it throws a
 * {@link MissingRuleException}, as the gradient does with a forward rule alone. Second derivatives need both rules, no record, and a
 * reverse rule that could be differentiated and calls no methods but functions of numbers.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface CustomDerivative {

    /** The name of the reverse rule: a method that returns nothing and computes the shares of the arguments. */
    String reverse() default "";

    /** The name of the forward rule: a method that returns the derivative of the result. */
    String forward() default "";

    /**
     * The name of a method that runs in place of this one where the reverse rule will be wanted. It takes the same arguments and
     * returns an object with a method {@code result()}, which gives what this method returns; the reverse rule takes the object as
     * {@code record}. So it can keep what is costly to compute again, such as a factorization.
     */
    String record() default "";
}
