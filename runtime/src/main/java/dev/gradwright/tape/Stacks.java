package dev.gradwright.tape;

import java.util.Arrays;

/** Last-in first-out stacks of primitive values and references. They grow, never shrink, and box nothing. */
final class Stacks {

    private static final int INITIAL = 64;
    /** The longest array that virtual machines make. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

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

    /** How many of each kind there are, in an array that is used again if it is large enough. */
    int[] mark(int[] old) {
        int[] mark = old.length == 5 ? old : new int[5];
        mark[0] = doubleCount;
        mark[1] = intCount;
        mark[2] = longCount;
        mark[3] = bitCount;
        mark[4] = referenceCount;
        return mark;
    }

    /** Puts back what has been taken off since a mark, if nothing was put on in between. */
    void backTo(int[] mark) {
        doubleCount = mark[0];
        intCount = mark[1];
        longCount = mark[2];
        bitCount = mark[3];
        referenceCount = mark[4];
    }

    /** How many bytes what lies on the stacks takes; a reference counts four. */
    long bytes() {
        return (long) Double.BYTES * doubleCount
                + (long) Integer.BYTES * (intCount + referenceCount)
                + (long) Long.BYTES * longCount
                + (bitCount + 7) / 8;
    }

    /** A copy of what lies on the stacks, for when the reverse sweep writes over it. */
    Stacks copy() {
        Stacks copy = new Stacks();
        copy.doubles = Arrays.copyOf(doubles, Math.max(1, doubleCount));
        copy.ints = Arrays.copyOf(ints, Math.max(1, intCount));
        copy.longs = Arrays.copyOf(longs, Math.max(1, longCount));
        copy.bits = Arrays.copyOf(bits, (bitCount >> 6) + 1);
        copy.references = Arrays.copyOf(references, Math.max(1, referenceCount));
        return copy;
    }

    /** Puts back what a copy has kept. */
    void load(Stacks copy, int[] mark) {
        System.arraycopy(copy.doubles, 0, doubles, 0, mark[0]);
        System.arraycopy(copy.ints, 0, ints, 0, mark[1]);
        System.arraycopy(copy.longs, 0, longs, 0, mark[2]);
        System.arraycopy(copy.bits, 0, bits, 0, (mark[3] + 63) >> 6);
        System.arraycopy(copy.references, 0, references, 0, mark[4]);
        backTo(mark);
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

    double[] cells() {
        return doubles;
    }

    int top() {
        return doubleCount;
    }

    void top(int count) {
        doubleCount = count;
    }

    /** What numbers lie in, with room for so many more in each of so many turns. */
    double[] room(int top, int each, long turns) {
        long needed = top + each * turns;
        if (needed > doubles.length) {
            grow(top, needed);
        }
        return doubles;
    }

    private void grow(int top, long needed) {
        double[] larger = new double[larger(doubles.length, needed)];
        System.arraycopy(doubles, 0, larger, 0, top);
        doubles = larger;
    }

    int[] intCells() {
        return ints;
    }

    int intTop() {
        return intCount;
    }

    void intTop(int count) {
        intCount = count;
    }

    /** What ints lie in, with room for so many more in each of so many turns. */
    int[] intRoom(int top, int each, long turns) {
        long needed = top + each * turns;
        if (needed > ints.length) {
            int[] larger = new int[larger(ints.length, needed)];
            System.arraycopy(ints, 0, larger, 0, top);
            ints = larger;
        }
        return ints;
    }

    private static int larger(int length, long needed) {
        if (needed > LARGEST) {
            throw new OutOfMemoryError("the tape has no room for " + needed + " numbers");
        }
        return (int) Math.min(LARGEST, Math.max(needed, 2L * length));
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
