package dev.gradwright.optimize;

/**
 * A few consecutive numbers of a segment, which all links of a chain work on while they are in the nearest caches. A number has the same index
 * in updates, values and state, as loops in which all indices are the same are those that the JVM's compiler turns into vector
 * instructions.
 */
final class Block {

    private static final int SIZE = 2048;

    /** Gradients, or what the links before have made of them; only those of the block count. */
    final double[] updates;

    /** The values of the segment before the step. Only to be read. */
    double[] values;

    /** Which of the {@link Segments} this is in. */
    int index;

    /** The first index. */
    int from;

    /** The index after the last. */
    int to;

    private final Segments segments;

    Block(Segments segments) {
        this.segments = segments;
        this.updates = new double[segments.longest()];
    }

    /** How many segments there are. */
    int count() {
        return segments.count();
    }

    /** Goes to the first block of a segment; false if that is empty. */
    boolean first(int segment) {
        index = segment;
        values = segments.values(segment);
        to = 0;
        return next();
    }

    /** Goes to the next block of the segment; false if there is none. */
    boolean next() {
        from = to;
        to = Math.min(from + SIZE, segments.length(index));
        return from < to;
    }

    /** Takes the gradients for updates. */
    void loadGradients() {
        System.arraycopy(segments.gradients(index), from, updates, from, to - from);
    }

    /** Takes updates from a flat array. */
    void loadUpdates(double[] flat) {
        System.arraycopy(flat, segments.flat(index) + from, updates, from, to - from);
    }

    /** Writes the updates into a flat array. */
    void storeUpdates(double[] flat) {
        System.arraycopy(updates, from, flat, segments.flat(index) + from, to - from);
    }

    /** Adds the updates to the values. */
    void addToValues() {
        add(updates, values, from, to);
    }

    private static void add(double[] updates, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] += updates[i];
        }
    }
}
