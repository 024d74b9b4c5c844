package dev.gradwright.check.subject;

import java.util.Arrays;

/** Reads shapes as people write them, and names places in them. */
final class ShapeText {

    private ShapeText() {}

    /** The lengths of the dimensions of {@code 3x4}; of what is not rectangular the size. */
    static int[] lengths(String shape, int size) {
        if (shape.equals("number") || shape.contains("*")) {
            return new int[] {size};
        }
        int[] lengths =
                Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
        // rows that are listed elsewhere are missing here
        return Arrays.stream(lengths).reduce(1, (a, b) -> a * b) == size ? lengths : new int[] {size};
    }

    static String place(int[] lengths, int index) {
        String place = "";
        int rest = index;
        for (int i = lengths.length - 1; i >= 0; i--) {
            place = (i > 0 ? "," : "") + rest % lengths[i] + place;
            rest /= lengths[i];
        }
        return "[" + place + "]";
    }
}
