package dev.gradwright.check.report;

/** What a comparison says of a derivative, from good to bad. */
public enum Verdict {
    /** The two agree, as far as a difference can tell. */
    RIGHT,
    /** Both are below the noise of a difference, which therefore says nothing. Neither a pass nor a failure. */
    NOISE,
    /** The difference straddles a kink, and the analytic value lies between the slopes on both sides. Neither a pass nor a failure. */
    KINK,
    /** They agree as closely as can be asked of a function with kinks, though not of a smooth one. */
    ACCEPTABLE,
    /** They disagree, though by less than what a mistake in a formula usually makes. A failure. */
    SUSPICIOUS,
    /** They disagree. A failure. */
    WRONG;

    /** Whether it speaks against the gradient. */
    public boolean isFailure() {
        return this == SUSPICIOUS || this == WRONG;
    }

    /** Whether it says anything for or against the gradient. */
    public boolean counts() {
        return this != NOISE && this != KINK;
    }

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
