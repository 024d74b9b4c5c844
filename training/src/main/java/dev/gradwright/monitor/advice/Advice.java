package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import java.util.Locale;

/**
 * What a rule says apart from the numbers.
 *
 * @param rule the name of the rule
 * @param severity how bad it is
 * @param remedy what to try
 * @param reading where to read more
 */
record Advice(String rule, Finding.Severity severity, String remedy, String reading) {

    private static final int LARGE = 10_000;
    private static final double SMALL = 0.01;

    Finding finding(long step, String subject, double value, double threshold, String sentence) {
        return new Finding(rule, severity, step, subject, value, threshold, sentence, remedy, reading);
    }

    /** A number with three digits at most. */
    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGE) {
            return String.valueOf((long) value);
        }
        return size < SMALL || size >= LARGE
                ? String.format(Locale.ROOT, "%.2e", value)
                        .replaceFirst("\\.?0*e", "e")
                        .replaceFirst("e([-+])0", "e$1")
                : String.format(Locale.ROOT, "%.3g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
    }

    /** A fraction in percent. */
    static String percent(double fraction) {
        return number(100 * fraction) + " %";
    }

    /** What a tag with a prefix is of. */
    static String subject(String tag, String prefix) {
        return tag.substring(prefix.length());
    }
}
