package dev.gradwright.check.settings;

/**
 * How much is compared. With few coordinates all of them are; otherwise a sample that is spread over every input in proportion to its size, with a
 * minimum for each so that no small bias is lost beside a large weight, and the coordinates where gradients are largest, smallest and zero.
 *
 * @param coordinates how many random coordinates in all; up to this number everything is compared
 * @param minimum how many random coordinates of each input at least
 * @param extremes how many of the largest gradients of each input, and how many of the smallest that are not zero
 * @param zeros how many of the zero gradients of each input
 * @param directions how many random directions through all inputs; 0 for none
 */
public record Sampling(int coordinates, int minimum, int extremes, int zeros, int directions) {

    /** The usual one: 100 coordinates, at least 10 of each input, 2 largest, 2 smallest, 2 zeros; 3 directions. */
    public static final Sampling USUAL = new Sampling(100, 10, 2, 2, 3);

    /** Every coordinate, whatever it costs. */
    public static final Sampling ALL = USUAL.coordinates(Integer.MAX_VALUE);

    /**
     * A sample.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public Sampling {
        if (Math.min(Math.min(coordinates, minimum), Math.min(Math.min(extremes, zeros), directions)) < 0) {
            throw new IllegalArgumentException(
                    "the sampling is " + coordinates + " coordinates, a minimum of " + minimum + ", " + extremes
                            + " extremes, " + zeros + " zeros, " + directions + " directions; none may be negative");
        }
    }

    /** The same with another number of coordinates. */
    public Sampling coordinates(int value) {
        return new Sampling(value, minimum, extremes, zeros, directions);
    }

    /** The same with another number of directions. */
    public Sampling directions(int value) {
        return new Sampling(coordinates, minimum, extremes, zeros, value);
    }
}
