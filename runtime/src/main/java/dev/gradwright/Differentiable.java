package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivative of a class or method, made at compile time.
 *
 * <p>On a class it means the class's {@code forward} method; on a method, static or not, that method. For a class {@code X} the
 * processor generates {@code XGradient} (reverse mode), {@code XTangent} (forward mode) and {@code XGradientChecker} in the same
 * package. A differentiable method returns {@code double}, {@code DMatrixRMaj}, an array of either, or a record of these; the
 * derivative is taken with respect to the class's {@link Parameter} fields and to every argument of such a type that is not
 * {@link Constant}.
 *
 * <p>Differentiable methods of one class may share a name. Generated members that take their arguments then share it too; the others
 * have the types in their names: {@code normOfDoubleArrayX()} gives the derivative with respect to {@code x} of {@code norm(double[] x)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Differentiable {

    /**
     * Asks for second derivatives too: {@code XHessian}, with products of the Hessian and a direction. It is for all differentiable
     * methods of the class, wherever in the class it stands, and the differentiable classes that these call must ask for it too.
     */
    boolean secondOrder() default false;

    /**
     * How many seeds one sweep carries: from 2 on there are {@code XJacobianRows}, whose reverse sweeps give so many rows of a Jacobian, or
     * combinations of rows, at once, and {@code XJacobianColumns}, whose forward sweeps give so many columns. It is for all differentiable
     * methods of the class, wherever in the class it stands (the largest number counts), and the differentiable classes that these call
     * must ask for as many.
     */
    int seeds() default 1;

    /**
     * The names of the arguments and {@link Parameter} fields with respect to which the derivative is taken; all, if none is named. The
     * others are as if they were {@link Constant}. A parameter field is left out only where every differentiable method of the class
     * leaves it out. On a class it is for its {@code forward} method.
     */
    String[] wrt() default {};
}
