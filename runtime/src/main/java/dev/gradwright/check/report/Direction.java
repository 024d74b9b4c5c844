package dev.gradwright.check.report;

/**
 * The comparison of a derivative in a random direction, to which every coordinate of the inputs contributes.
 *
 * @param inputs what the direction leads through: {@code all inputs}, or the name of one
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

    /** The {@link RelativeError} of the two. */
    public double relativeError() {
        return RelativeError.of(analytic, numeric);
    }
}
