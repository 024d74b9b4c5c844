package dev.gradwright.check.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints trees of maps, lists, texts, numbers and truth values as JSON (RFC 8259). Every {@code double} is printed with as many digits as it takes to read
 * the same one back. JSON has no numbers for NaN and the infinities: they become the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, as in the
 * JSON form of Protocol Buffers.
 */
final class Json {

    private Json() {}

    /** An object: names and values by turns. An empty {@code Optional} becomes null. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** The text of a tree: objects and lists without others in them on one line, all others on several. */
    static String text(Object tree) {
        return text(tree, "\n");
    }

    private static String text(Object value, String lineBreak) {
        if (value instanceof Optional<?> optional) {
            return text(optional.orElse(null), lineBreak);
        } else if (value instanceof Map<?, ?> object) {
            List<String> members = object.entrySet().stream()
                    .map(member ->
                            quoted(member.getKey().toString()) + ": " + text(member.getValue(), lineBreak + "  "))
                    .toList();
            return enclosed('{', members, '}', isFlat(object.values()), lineBreak);
        } else if (value instanceof List<?> list) {
            List<String> elements = list.stream()
                    .map(element -> text(element, lineBreak + "  "))
                    .toList();
            return enclosed('[', elements, ']', isFlat(list), lineBreak);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            return quoted(number.toString());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return quoted(value.toString());
    }

    private static boolean isFlat(Iterable<?> values) {
        for (Object value : values) {
            Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (inner instanceof Map<?, ?> || inner instanceof List<?>) {
                return false;
            }
        }
        return true;
    }

    private static String enclosed(char open, List<String> parts, char close, boolean isFlat, String lineBreak) {
        String inner = lineBreak + "  ";
        return isFlat || parts.isEmpty()
                ? open + String.join(", ", parts) + close
                : open + inner + String.join("," + inner, parts) + lineBreak + close;
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(Json::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            default ->
                character < ' ' || Character.isSurrogate((char) character)
                        ? String.format("\\u%04x", character)
                        : String.valueOf((char) character);
        };
    }
}
