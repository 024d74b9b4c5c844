package dev.gradwright.check.report;

import java.util.Locale;

/** Numbers for people. */
final class Digits {

    private Digits() {}

    /** Two digits and a power of ten: {@code 5.0e-01}. */
    static String error(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }

    /** Up to three digits. */
    static String few(double value) {
        return String.format(Locale.ROOT, "%.3g", value).replaceFirst("\\.?0+e", "e");
    }
}
