package dev.gradwright.check.report;

/** What the pattern of a wrong gradient points to. */
public enum Cause {
    SIGN("the sign is wrong"),
    FACTOR_TWO("a factor of 2 is missing or too many"),
    BATCH("a sum over the batch is taken for a mean, or the other way round"),
    FACTOR("a constant factor is missing or too many"),
    WHOLE_ZERO("nothing is ever added to the gradient"),
    TRANSPOSE("rows and columns are exchanged"),
    SHIFT("an index is off by one"),
    PROPORTIONAL_TERM("a term in proportion to the value is missing or too many, such as that of a penalty"),
    CONSTANT_TERM("a constant term is missing or too many"),
    REPEATED_INDEX("what repeated indices contribute is overwritten instead of added up"),
    KINKS_ONLY("wrong only across kinks: the wrong side is taken there"),
    DROPPED_BRANCH("a part is zero that should not be: a branch or some indices are left out"),
    STALE("something of an earlier call is left over"),
    SEED("the seed decides something, or something is added that does not contain it"),
    NOT_A_NUMBER("the gradient is infinite or no number"),
    OUTSIDE_OF_DOMAIN("the function is not defined around the point"),
    UNKNOWN("no known pattern");

    private final String sentence;

    Cause(String sentence) {
        this.sentence = sentence;
    }

    /** What is likely wrong, for people. */
    public String sentence() {
        return sentence;
    }
}
