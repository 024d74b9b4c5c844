package dev.gradwright.check;

/**
 * The check of one coordinate.
 *
 * @param index its place in the input, row by row
 * @param analytic the derivative that backward gives
 * @param numeric the centred difference
 * @param relativeError the {@link RelativeError} of the two
 * @param verdict what follows
 */
public record Coordinate(int index, double analytic, double numeric, double relativeError, Verdict verdict) {

    /** What a comparison says. */
    public enum Verdict {
        /** They agree, as far as a difference can tell. */
        RIGHT,
        /** The difference straddles a point without a derivative, and the analytic value lies between the slopes on both sides. */
        KINK,
        /** They disagree. */
        WRONG
    }
}
