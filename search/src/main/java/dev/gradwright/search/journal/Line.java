package dev.gradwright.search.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of a journal: a checksum (CRC-32C) of what follows it, what the line is about, and named texts. Characters that would end a text, or the line,
 * are written as {@code %} and their number.
 *
 * <p>{@code 1f0c22a9 end number=3 state=COMPLETED value=0.25}
 *
 * @param kind what the line is about
 * @param fields texts by name
 */
record Line(String kind, Map<String, String> fields) {

    private static final int CHECKSUM_LENGTH = 8;

    static Line of(String kind) {
        return new Line(kind, new LinkedHashMap<>());
    }

    /** Adds a field, in place. */
    Line put(String name, Object value) {
        fields.put(name, value.toString());
        return this;
    }

    /**
     * The text of a field.
     *
     * @throws IllegalArgumentException if there is none
     */
    String get(String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("a line \"" + kind + "\" without " + name + ": " + fields);
        }
        return text;
    }

    int integer(String name) {
        return Integer.parseInt(get(name));
    }

    String text() {
        StringBuilder text = new StringBuilder(kind);
        fields.forEach((name, value) ->
                text.append(' ').append(escaped(name)).append('=').append(escaped(value)));
        return checksum(text.toString()) + " " + text;
    }

    /** Reads a line; empty if it is damaged. */
    static Optional<Line> parse(String text) {
        if (text.length() < CHECKSUM_LENGTH + 2) {
            return Optional.empty();
        }
        String body = text.substring(CHECKSUM_LENGTH + 1);
        if (!text.substring(0, CHECKSUM_LENGTH + 1).equals(checksum(body) + " ")) {
            return Optional.empty();
        }
        String[] words = body.split(" ");
        Line line = of(words[0]);
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            line.put(plain(words[i].substring(0, equals)), plain(words[i].substring(equals + 1)));
        }
        return Optional.of(line);
    }

    private static String checksum(String body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '%' || c == '=' || c == 0x7f) {
                escaped.append(String.format("%%%02x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
