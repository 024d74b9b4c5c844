package dev.gradwright.search.space;

import java.util.function.Function;

/** Numbers as text. */
final class Numbers {

    private Numbers() {}

    /** A number as one would write it in Java: the shortest text that is read back as the same number. */
    static String code(double value) {
        String text = Double.toString(value).replace(".0E", "E").replace('E', 'e');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static <T> T parsed(Range<T> range, String text, Function<String, T> parser) {
        T value;
        try {
            value = parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no value of " + range.code(), e);
        }
        if (!range.contains(value)) {
            throw new IllegalArgumentException(text + " is not in " + range.code());
        }
        return value;
    }
}
