package dev.gradwright.check.report;

import java.util.Comparator;
import java.util.Optional;

/**
 * The comparison of one coordinate.
 *
 * @param index its place in the input, row by row
 * @param place its place for people: {@code [2]}, {@code [1,3]}
 * @param reason why it was compared
 * @param value the coordinate itself
 * @param analytic the derivative that the gradient gives
 * @param numeric the difference
 * @param numericError an estimate of the error of the difference itself, by rounding and by the length of the step
 * @param step the step of the difference
 * @param verdict what follows
 * @param kink the kink that the difference straddled, if any
 */
public record Coordinate(
        int index,
        String place,
        Reason reason,
        double value,
        double analytic,
        double numeric,
        double numericError,
        double step,
        Verdict verdict,
        Optional<Kink> kink) {

    /**
     * From good to bad: by verdict, then those at kinks before others, which tell more, then by relative error.
     */
    public static Comparator<Coordinate> byBadness() {
        return Comparator.comparing(Coordinate::verdict)
                .thenComparing(coordinate -> coordinate.kink().isEmpty())
                .thenComparingDouble(Coordinate::relativeError);
    }

    /** The {@link RelativeError} of the two. */
    public double relativeError() {
        return RelativeError.of(analytic, numeric);
    }

    /** The larger of the two in size. An error of 2e-5 means little at 5e-7 and much at 5. */
    public double magnitude() {
        return Math.max(Math.abs(analytic), Math.abs(numeric));
    }
}
