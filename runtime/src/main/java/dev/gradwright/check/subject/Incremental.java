package dev.gradwright.check.subject;

/**
 * What a function gives where one number is moved, by a shorter way than evaluating all of it anew: a weight of a layer touches one column of what follows. It
 * knows the point and what it has computed there.
 *
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Incremental<R> {

    /**
     * The function with one number moved; the inputs still hold the value from which it is moved.
     *
     * @param input the name of the input
     * @param index the place of the number, row by row
     * @param to the value that it is moved to
     * @return null where there is no shorter way
     */
    R moved(String input, int index, double to);
}
