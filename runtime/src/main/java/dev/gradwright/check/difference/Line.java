package dev.gradwright.check.difference;

import dev.gradwright.check.kink.Decisions;

/** A function of one variable, whose derivative at 0 is asked for: the objective along a coordinate or a direction. */
public interface Line {

    /** The function at a distance. */
    Point at(double distance);

    /** How far the line may be followed downwards; not positive. */
    default double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    /** How far the line may be followed upwards; not negative. */
    default double upper() {
        return Double.POSITIVE_INFINITY;
    }

    /** The length for which the step is meant: the size of a coordinate, at least 1. */
    default double scale() {
        return 1;
    }

    /**
     * The function somewhere on the line.
     *
     * @param distance where exactly, as adding it to a coordinate rounds
     * @param value the function
     * @param magnitude the sum of the sizes of its terms, of which rounding errors are a fraction
     * @param decisions the decisions on the way
     */
    record Point(double distance, double value, double magnitude, Decisions decisions) {}
}
