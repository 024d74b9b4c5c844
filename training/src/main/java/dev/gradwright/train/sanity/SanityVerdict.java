package dev.gradwright.train.sanity;

import java.util.Locale;

/**
 * What came out of one check.
 *
 * @param check what was looked at: {@code initial loss}
 * @param outcome whether it is as it should be
 * @param value what was measured; NaN if that is no number
 * @param expected what it was compared with; NaN if that is no number
 * @param sentence what was found, and what to do if it is not as it should be
 */
public record SanityVerdict(String check, Outcome outcome, double value, double expected, String sentence) {

    /** Kinds of outcomes. */
    public enum Outcome {
        /** It is as it should be. */
        PASSED,
        /** It is not. */
        FAILED,
        /** It could not be looked at; the sentence says why. */
        SKIPPED
    }

    static SanityVerdict passed(String check, double value, double expected, String sentence) {
        return new SanityVerdict(check, Outcome.PASSED, value, expected, sentence);
    }

    static SanityVerdict failed(String check, double value, double expected, String sentence) {
        return new SanityVerdict(check, Outcome.FAILED, value, expected, sentence);
    }

    static SanityVerdict skipped(String check, String sentence) {
        return new SanityVerdict(check, Outcome.SKIPPED, Double.NaN, Double.NaN, sentence);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-7s %-24s %s", outcome.name().toLowerCase(Locale.ROOT), check, sentence);
    }
}
