package dev.gradwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method that is the step of a long loop: the gradient keeps the state before some of the steps only, and computes what lies
 * between again. Memory falls from one record for each step to one record and a number of copies of the state; the gradient stays the
 * same to the last bit.
 *
 * <p>The method returns nothing and advances arrays or matrices that it is given, or fields. It is called by {@code for (int t = start;
 * t < end; t++) step(u, v, t);}, alone in its loop, with a fixed start and end. With {@code s} slots and {@code n} steps every step is
 * run again at most {@code r} times, where {@code r} is the smallest number for which {@code s + r} over {@code s} is {@code n} or more
 * (Griewank and Walther, Algorithm 799: revolve): 10 slots serve 1001 steps with 4 runs each, 8008 steps with 6.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Checkpoint {

    /** How many copies of the state may be kept at a time, the first state included. */
    int slots();
}
