package dev.gradwright.train.data;

/**
 * Some examples: what goes in, and what is to come out.
 *
 * @param inputs a row for each example
 * @param targets a number, a class or a row for each example
 * @param <I> {@code DMatrixRMaj} or {@code double[][]}
 * @param <T> {@code int[]}, {@code double[]}, {@code double[][]} or {@code DMatrixRMaj}
 */
public record Batch<I, T>(I inputs, T targets) {

    /** The targets, by the name that they have if they are classes. */
    public T labels() {
        return targets;
    }
}
