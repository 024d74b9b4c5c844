package dev.gradwright.train.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Batches that are used again: one for each number of examples that is asked for, of which a training has few. Not safe for use by several threads.
 *
 * @param <B> a batch
 */
public final class Batches<B> {

    private final List<B> batches = new ArrayList<>();
    private int[] sizes = new int[0];

    /** A batch with room for so many examples of a set; with any content. */
    public B of(DataSet<B> data, int examples) {
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == examples) {
                return batches.get(i);
            }
        }
        B made = data.newBatch(examples);
        batches.add(made);
        sizes = Arrays.copyOf(sizes, sizes.length + 1);
        sizes[sizes.length - 1] = examples;
        return made;
    }
}
