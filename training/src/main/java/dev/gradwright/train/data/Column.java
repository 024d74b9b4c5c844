package dev.gradwright.train.data;

/**
 * One part of all examples: their inputs, or their targets.
 *
 * @param <T> how some of them are held
 */
interface Column<T> {

    /** How many examples there are. */
    int size();

    /** Makes room for so many examples. */
    T make(int examples);

    /** Copies the parts of some examples. */
    void copy(int[] indices, int from, int count, T target);

    /** Adds all of it to a checksum. */
    void addTo(Checksum checksum);

    /** A column of its own kind for what {@link #make} has made. */
    Column<T> of(T content);

    /** Some of the examples, copied. */
    default Column<T> select(int[] indices) {
        T chosen = make(indices.length);
        copy(indices, 0, indices.length, chosen);
        return of(chosen);
    }
}
