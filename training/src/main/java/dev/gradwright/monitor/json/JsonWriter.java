package dev.gradwright.monitor.json;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON (RFC 8259) on one line, piece by piece. Every {@code double} gets as many digits as it takes to read the same one back. JSON has no
 * numbers for NaN and the infinities: they become the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, as in the JSON form of
 * Protocol Buffers.
 *
 * <p>The characters {@code <}, {@code >} and {@code &} of texts are written as escapes, so that the result may stand inside a page of HTML.
 */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private static final double TEN_MILLION = 1e7;
    private static final int DIGITS = 7;

    /** Those powers of ten that are exact. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final StringBuilder text = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean isFirst = true;

    /** Begins an object. */
    public JsonWriter object() {
        return begin('{', '}');
    }

    /** Begins an array. */
    public JsonWriter array() {
        return begin('[', ']');
    }

    /** Ends the innermost object or array. */
    public JsonWriter end() {
        text.append((char) open.pop());
        isFirst = false;
        return this;
    }

    /** The name of the next member of an object. */
    public JsonWriter name(String name) {
        separate();
        quote(name);
        text.append(':');
        isFirst = true;
        return this;
    }

    /** A text; null if it is null. */
    public JsonWriter value(String value) {
        separate();
        if (value == null) {
            text.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    /** A number. */
    public JsonWriter value(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** A number, which may be infinite or NaN. */
    public JsonWriter value(double value) {
        if (!Double.isFinite(value)) {
            return value(Double.toString(value));
        }
        separate();
        text.append(value);
        return this;
    }

    /** A truth value. */
    public JsonWriter value(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /** A number with the seven digits that a drawing needs; null if it is infinite or NaN. */
    public JsonWriter rounded(double value) {
        separate();
        if (!Double.isFinite(value)) {
            text.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < TEN_MILLION) {
            text.append((long) value);
        } else {
            round(value);
        }
        return this;
    }

    /**
     * Writes a digit, a point, and six digits at most, with an exponent. Java's own search for the shortest digits takes several times as long, and pages have
     * thousands of numbers.
     */
    private void round(double value) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1;
        if (Math.abs(exponent) >= POWERS.length) {
            text.append(value);
            return;
        }
        long digits = Math.round(exponent < 0 ? value * POWERS[-exponent] : value / POWERS[exponent]);
        while (digits % 10 == 0 && Math.abs(digits) >= 100) {
            digits /= 10;
            exponent++;
        }
        int point = text.length() + (value < 0 ? 2 : 1);
        text.append(digits).insert(point, '.');
        exponent += text.length() - point - 1;
        if (exponent != 0) {
            text.append('e').append(exponent);
        }
    }

    /** How many characters have been written. */
    public int length() {
        return text.length();
    }

    /** What has been written. */
    @Override
    public String toString() {
        return text.toString();
    }

    private JsonWriter begin(char first, char last) {
        separate();
        text.append(first);
        open.push(last);
        isFirst = true;
        return this;
    }

    private void separate() {
        if (!isFirst) {
            text.append(',');
        }
        isFirst = false;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < ' '
                    || "<>&\u2028\u2029".indexOf(character) >= 0
                    || Character.isSurrogate(character)) {
                escape(character);
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }

    private void escape(char character) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(character >> shift & 15));
        }
    }
}
