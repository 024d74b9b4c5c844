package dev.gradwright.check.subject;

/** Something a derivative is taken with respect to, a parameter or an argument, as a list of numbers, row by row. */
public interface Input {

    /** Its name. */
    String name();

    /** Its shape, for people: {@code 3x4}, {@code 5}, {@code number}. */
    String shape();

    /** How many numbers it has. */
    int size();

    /** A number. */
    double value(int index);

    /** Moves the point that is looked at. */
    void setValue(int index, double value);

    /** Sets a component of the direction of the tangent. */
    void setDirection(int index, double value);

    /** Whether training moves it; arguments are data. */
    boolean isParameter();

    /** The smallest value for which the function is defined. */
    default double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    /** The largest value for which the function is defined. */
    default double upper() {
        return Double.POSITIVE_INFINITY;
    }

    /** All numbers, in an array of its own. */
    default double[] values() {
        double[] all = new double[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = value(i);
        }
        return all;
    }

    /** The lengths of its dimensions; one for what has no rectangular shape. */
    default int[] lengths() {
        return ShapeText.lengths(shape(), size());
    }

    /** A coordinate for people: {@code [2]}, or {@code [1,3]} in a matrix. */
    default String place(int index) {
        return ShapeText.place(lengths(), index);
    }
}
