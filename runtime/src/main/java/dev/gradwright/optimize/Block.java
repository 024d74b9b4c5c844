package dev.gradwright.optimize;

/**
 * A few of the numbers that an optimizer works on at a time: consecutive ones of one parameter. They are copied here so that all links
 * of a chain find them in the nearest cache, and so that loops over them and over state of the same length begin at index 0, which
 * is what the JVM's compiler turns into vector instructions.
 */
final class Block {

    /** How many numbers there are at most. With values and updates, and two arrays of state, this fills 32 KB. */
    static final int SIZE = 1024;

    /** Gradients, or what the links before have made of them. */
    final double[] updates = new double[SIZE];

    /** The parameters before the step. Only to be read. */
    final double[] values = new double[SIZE];

    /** Which of the blocks of the {@link Blocks} this is. */
    int index;

    /** How many numbers there are. */
    int length;
}
