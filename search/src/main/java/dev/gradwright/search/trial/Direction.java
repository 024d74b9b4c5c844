package dev.gradwright.search.trial;

/** Which values are better. */
public enum Direction {
    /** Smaller ones: losses, errors. */
    MINIMIZE,
    /** Larger ones: accuracies. */
    MAXIMIZE;

    /** A number that is smaller for better values: the value or its negative. */
    public double cost(double value) {
        return this == MINIMIZE ? value : -value;
    }

    /** Whether one value is better than another. */
    public boolean isBetter(double value, double other) {
        return cost(value) < cost(other);
    }
}
