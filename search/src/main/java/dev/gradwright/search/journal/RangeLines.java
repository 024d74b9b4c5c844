package dev.gradwright.search.journal;

import dev.gradwright.search.space.Choices;
import dev.gradwright.search.space.IntegerRange;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.RealRange;
import dev.gradwright.search.space.Scale;
import java.util.ArrayList;
import java.util.List;

/** Ranges as lines of a journal. */
final class RangeLines {

    static final String KIND = "range";

    private RangeLines() {}

    static Line line(String name, Range<?> range) {
        Line line = Line.of(KIND).put("name", name);
        if (range instanceof RealRange real) {
            line.put("low", real.low()).put("high", real.high()).put("scale", real.scale());
        } else if (range instanceof IntegerRange integer) {
            line.put("low", integer.low())
                    .put("high", integer.high())
                    .put("step", integer.step())
                    .put("scale", integer.scale());
        } else if (range instanceof Choices<?> choices) {
            for (int i = 0; i < choices.values().size(); i++) {
                line.put("choice" + i, choices.values().get(i));
            }
        }
        return line;
    }

    /** The range of a line; choices are texts, whatever they were. */
    static Range<?> range(Line line) {
        if (line.fields().containsKey("step")) {
            return new IntegerRange(line.integer("low"), line.integer("high"), line.integer("step"), scale(line));
        } else if (line.fields().containsKey("scale")) {
            return new RealRange(
                    Double.parseDouble(line.get("low")), Double.parseDouble(line.get("high")), scale(line));
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; line.fields().containsKey("choice" + i); i++) {
            values.add(line.get("choice" + i));
        }
        return new Choices<>(values);
    }

    /** Whether two ranges are the same to a journal, which knows choices by their texts. */
    static boolean areSame(Range<?> range, Range<?> other) {
        return line("", range).equals(line("", other));
    }

    private static Scale scale(Line line) {
        return Scale.valueOf(line.get("scale"));
    }
}
