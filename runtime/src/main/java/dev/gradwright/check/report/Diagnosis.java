package dev.gradwright.check.report;

/**
 * A likely cause of a wrong gradient.
 *
 * @param input the input whose gradient is wrong, or the stage that failed
 * @param cause what its pattern points to
 * @param evidence the numbers that show it
 */
public record Diagnosis(String input, Cause cause, String evidence) {

    @Override
    public String toString() {
        return input + ": " + cause.sentence() + " (" + evidence + ")";
    }
}
