package dev.gradwright.search.report;

import java.util.Locale;

/** Numbers for people. */
final class Figures {

    private static final int DIGITS = 4;

    private Figures() {}

    /** A number in at most four digits, without zeros at its end. */
    static String few(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.2e", value)
                    .replaceAll("\\.?0+e", "e")
                    .replaceAll("e([+-])0", "e$1")
                    .replace("e+", "e");
        }
        int decimals = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals == 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    static String text(Object value) {
        return value instanceof Double number ? few(number) : String.valueOf(value);
    }
}
