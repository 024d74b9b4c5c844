package dev.gradwright.check.report;

import dev.gradwright.check.settings.Thresholds;

/**
 * The comparison of a derivative in a random direction, to which every coordinate of the inputs contributes.
 *
 * @param inputs what the direction leads through: {@link #ALL_INPUTS}, or the name of one
 * @param analytic the gradient times the direction
 * @param numeric the difference along the direction
 * @param numericError an estimate of the error of the difference itself
 * @param step the step of the difference, in units of the direction, whose largest component is 1
 * @param straddles whether the difference straddles a kink
 * @param verdict what follows
 */
public record Direction(
        String inputs,
        double analytic,
        double numeric,
        double numericError,
        double step,
        boolean straddles,
        Verdict verdict) {

    /** The name of the inputs of a direction that leads through all of them. */
    public static final String ALL_INPUTS = "all inputs";

    /** What the components of a direction are at least, in units of the coordinate's size or of 1, whichever is larger. */
    public static final double SMALLEST_COMPONENT = 0.5;

    /** The {@link RelativeError} of the two. */
    public double relativeError() {
        return RelativeError.of(analytic, numeric);
    }

    /**
     * What the direction sees for sure: an error of one coordinate of the gradient that is larger than this would have made it fail. A gap
     * shows where it exceeds what the thresholds and the difference's own error allow, and this error can hide as much again.
     */
    public double smallestFault(Thresholds thresholds) {
        double allowed = thresholds.right() * Math.max(Math.abs(analytic), Math.abs(numeric)) + numericError;
        return (allowed + numericError) / SMALLEST_COMPONENT;
    }
}
