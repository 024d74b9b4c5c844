package dev.gradwright.examples.problems;

import dev.gradwright.minimize.Objective;
import java.util.Arrays;

/**
 * A problem with a place to begin.
 *
 * @param name its number in the paper, its name, and how many variables it has
 * @param objective its value and its generated gradient
 * @param start the standard point to begin at
 * @param minima the values of the minima that are reached from there, the lowest first
 */
public record Problem(String name, Objective objective, double[] start, double... minima) {

    private static final double RELATIVE = 1e-4;
    private static final double ABSOLUTE = 1e-10;

    /** The number in the paper. */
    int number() {
        return Integer.parseInt(name.substring(0, name.indexOf(' ')));
    }

    /** Whether a value is that of one of the minima: within 1e-4 of it, or below 1e-10 if it is zero. */
    public boolean isMinimum(double value) {
        return Arrays.stream(minima)
                .anyMatch(minimum -> minimum == 0 ? value < ABSOLUTE : Math.abs(value - minimum) < RELATIVE * minimum);
    }
}
