package dev.gradwright.search.journal;

import dev.gradwright.search.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a study is: it is only resumed by one with the same.
 *
 * @param value the name of what is minimized or maximized
 * @param direction which values are better
 * @param seed its seed
 * @param sampler the settings of its sampler, as text
 * @param pruner the settings of its pruner, as text
 * @param lag how many numbers a trial lies behind the results that it knows
 * @param epochs for how many epochs each trial is to run; 0 if this is left to the objective
 * @param space the hyperparameters that are known from the start, as text
 */
public record StudyHeader(
        String value,
        Direction direction,
        long seed,
        String sampler,
        String pruner,
        int lag,
        int epochs,
        String space) {

    static final String KIND = "study";
    private static final int VERSION = 1;

    Line line() {
        return Line.of(KIND)
                .put("version", VERSION)
                .put("value", value)
                .put("direction", direction)
                .put("seed", seed)
                .put("sampler", sampler)
                .put("pruner", pruner)
                .put("lag", lag)
                .put("epochs", epochs)
                .put("space", space);
    }

    static StudyHeader of(Line line) {
        if (line.integer("version") != VERSION) {
            throw new IllegalArgumentException("the journal has version " + line.get("version")
                    + " of the form, and this program knows version " + VERSION);
        }
        return new StudyHeader(
                line.get("value"),
                Direction.valueOf(line.get("direction")),
                Long.parseLong(line.get("seed")),
                line.get("sampler"),
                line.get("pruner"),
                line.integer("lag"),
                line.integer("epochs"),
                line.get("space"));
    }

    /** What is different in another, one sentence each. */
    List<String> differences(StudyHeader other) {
        Map<String, String> mine = line().fields();
        List<String> differences = new ArrayList<>();
        other.line().fields().forEach((name, text) -> {
            if (!text.equals(mine.get(name))) {
                differences.add(name + " is " + text + ", but in the journal " + mine.get(name));
            }
        });
        return differences;
    }
}
