package dev.gradwright.processor.derive;

import dev.gradwright.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a method's reverse sweep gets from where, for people: what its record holds, and what it does without.
 *
 * @param values all values that the reverse sweep needs, outermost first
 */
public record Plan(List<Value> values) {

    public Plan {
        values = List.copyOf(values);
    }

    /** How the reverse sweep comes by a value. */
    public enum Source {
        KEPT,
        COMPUTED_AGAIN,
        READ_AGAIN
    }

    /**
     * A value that the reverse sweep needs.
     *
     * @param name its name in generated code
     * @param type its type
     * @param loops how many loops are around it
     * @param line the source line it belongs to, 0 if none in particular
     * @param source where it comes from
     * @param why the reason why it is kept
     */
    public record Value(String name, Type type, int loops, int line, Source source, String why) {

        private String text() {
            String where = line > 0 ? "line " + line + ", " : "";
            return where + name + " (" + type + "): " + why;
        }
    }

    /** The plan, a line for each value on the tape. */
    public String text() {
        List<String> lines = new ArrayList<>();
        values.stream()
                .filter(value -> value.source() == Source.KEPT)
                .forEach(value -> lines.add(rate(value.loops()) + ", " + value.text()));
        if (lines.isEmpty()) {
            lines.add("nothing");
        }
        addNames(lines, Source.COMPUTED_AGAIN, "computed again: ");
        addNames(lines, Source.READ_AGAIN, "read again where they are stored: ");
        return String.join("\n", lines);
    }

    private static String rate(int loops) {
        return switch (loops) {
            case 0 -> "once a call";
            case 1 -> "each turn of a loop";
            default -> "each turn of " + loops + " loops";
        };
    }

    private void addNames(List<String> lines, Source source, String title) {
        String names = values.stream()
                .filter(value -> value.source() == source)
                .map(Value::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add(title + names);
        }
    }
}
