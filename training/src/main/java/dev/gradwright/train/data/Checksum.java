package dev.gradwright.train.data;

/** A number that depends on each of a row of numbers and on their order, to tell data from others: 64 bits, multiplied and folded as in FNV-1a. */
final class Checksum {

    private static final long START = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x100000001b3L;

    private long sum = START;

    Checksum add(long number) {
        sum = (sum ^ number) * FACTOR;
        sum ^= sum >>> 32; // the low bits of most doubles are zero
        return this;
    }

    Checksum add(double[] numbers, int length) {
        add(length);
        for (int i = 0; i < length; i++) {
            add(Double.doubleToLongBits(numbers[i]));
        }
        return this;
    }

    long value() {
        return sum;
    }
}
