package dev.gradwright.optimize;

import java.util.regex.Pattern;

/** A pattern of parameter names: a star stands for any characters, also none, a question mark for one. */
record NamePattern(String text, Pattern regex) {

    static NamePattern of(String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return new NamePattern(text, Pattern.compile(regex.toString()));
    }

    boolean matches(String name) {
        return regex.matcher(name).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
