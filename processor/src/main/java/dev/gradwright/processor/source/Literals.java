package dev.gradwright.processor.source;

/** Texts and characters as Java writes them. */
public final class Literals {

    private Literals() {}

    /** A text in quotes. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isPlain(character)) {
                quoted.append(character);
            } else {
                quoted.append(character == '\'' ? "'" : escaped(character));
            }
        }
        return quoted.append('"').toString();
    }

    /** A character in quotes. */
    public static String quoted(char character) {
        return "'" + (character == '"' ? "\"" : escaped(character)) + "'";
    }

    /** Whether a character ends a line for some reader of a file. */
    public static boolean isLineBreak(char character) {
        return character >= '\n' && character <= '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0x7f && character != '"' && character != '\\';
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\'' -> "\\'";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                isLineBreak(character) || Character.isISOControl(character)
                        ? String.format("\\u%04x", (int) character)
                        : String.valueOf(character);
        };
    }
}
