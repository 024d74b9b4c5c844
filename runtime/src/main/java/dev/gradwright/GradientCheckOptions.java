package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tunes the generated test of a differentiable method, or on a class those of all its methods that have no options of their own. What is not given stays as it
 * usually is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface GradientCheckOptions {

    /** The relative error up to which a derivative is right. Strongly curved functions earn more than the usual 1e-7. */
    double tolerance() default 1e-7;

    /** How many random coordinates of all parameters and arguments are compared; up to this number all are. */
    int coordinates() default 100;

    /** How many samples the method is checked at. */
    int samples() default 3;

    /** The seed of the first sample; the others follow. */
    long seed() default 1;

    /** After how many steps of training each check is repeated; 0 for no repetition. */
    int burnIn() default 0;

    /** Why the method is not tested at present; the test is skipped and shows the reason. Empty if it is tested. */
    String disabled() default "";
}
