package dev.gradwright.tape;

import java.util.Arrays;

/** Last-in first-out stacks of primitive values and references. They grow, never shrink, and box nothing. */
final class Stacks {

    private static final int INITIAL = 64;

    private double[] doubles = new double[INITIAL];
    private int[] ints = new int[INITIAL];
    private long[] longs = new long[INITIAL];
    private long[] bits = new long[1];
    private Object[] references = new Object[INITIAL];
    private int doubleCount;
    private int intCount;
    private int longCount;
    private int bitCount;
    private int referenceCount;

    void clear() {
        doubleCount = 0;
        intCount = 0;
        longCount = 0;
        bitCount = 0;
        referenceCount = 0;
    }

    /** How many of each kind there are. */
    int[] mark() {
        return new int[] {doubleCount, intCount, longCount, bitCount, referenceCount};
    }

    /** Puts back what has been taken off since a mark, if nothing was put on in between. */
    void backTo(int[] mark) {
        doubleCount = mark[0];
        intCount = mark[1];
        longCount = mark[2];
        bitCount = mark[3];
        referenceCount = mark[4];
    }

    boolean isEmpty() {
        return doubleCount + intCount + longCount + bitCount + referenceCount == 0;
    }

    void push(double value) {
        if (doubleCount == doubles.length) {
            doubles = Arrays.copyOf(doubles, 2 * doubleCount);
        }
        doubles[doubleCount++] = value;
    }

    double popDouble() {
        requireSome(doubleCount);
        return doubles[--doubleCount];
    }

    void push(int value) {
        if (intCount == ints.length) {
            ints = Arrays.copyOf(ints, 2 * intCount);
        }
        ints[intCount++] = value;
    }

    int popInt() {
        requireSome(intCount);
        return ints[--intCount];
    }

    void push(long value) {
        if (longCount == longs.length) {
            longs = Arrays.copyOf(longs, 2 * longCount);
        }
        longs[longCount++] = value;
    }

    long popLong() {
        requireSome(longCount);
        return longs[--longCount];
    }

    void push(boolean value) {
        int word = bitCount >> 6;
        if (word == bits.length) {
            bits = Arrays.copyOf(bits, 2 * word);
        }
        long mask = 1L << bitCount++;
        bits[word] = value ? bits[word] | mask : bits[word] & ~mask;
    }

    boolean popBoolean() {
        requireSome(bitCount);
        bitCount--;
        return (bits[bitCount >> 6] & 1L << bitCount) != 0;
    }

    void push(Object value) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, 2 * referenceCount);
        }
        references[referenceCount++] = value;
    }

    Object popReference() {
        requireSome(referenceCount);
        return references[--referenceCount];
    }

    private static void requireSome(int count) {
        if (count == 0) {
            throw new IllegalStateException(
                    "the tape is empty: the reverse sweep took more than the forward sweep has put"
                            + " there. This is a defect in generated code");
        }
    }
}
