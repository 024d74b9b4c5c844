package dev.gradwright.processor.testing.random;

/**
 * What came of a comparison.
 *
 * @param text what was found, for a person
 */
record Verdict(Kind kind, String text) {

    enum Kind {
        /** Everything agrees. */
        AGREES,
        /** The program is not one to judge derivatives by here: a kink, or numbers without bounds. */
        UNFIT,
        /** The program throws, and so does what was generated. */
        THROWS,
        /** The program is not Java. */
        INVALID,
        /** The processor refuses it. */
        REFUSED,
        /** The processor fails, or its output does not compile. */
        NOT_COMPILED,
        /** The generated forward does something else than the program. */
        WRONG_PRIMAL,
        /** Adjoint and tangent disagree. */
        WRONG_ADJOINT,
        /** The tangent disagrees with differences. */
        WRONG_TANGENT
    }

    static final Verdict AGREES = new Verdict(Kind.AGREES, "");

    boolean isFailure() {
        return kind.ordinal() >= Kind.INVALID.ordinal();
    }
}
