package dev.gradwright.search.journal;

import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a journal tells of its study. Reading it locks nothing and changes nothing, so it may be done while the study runs. Choices are read as texts.
 *
 * @param header what the study is; nothing if the journal is still empty
 * @param ranges the hyperparameters that have been met
 * @param trials the trials that ended, by number
 * @param unfinished how often each trial was begun that has not ended, by number
 * @param dropped how many lines are cut or damaged
 */
public record StudyLog(
        Optional<StudyHeader> header,
        Map<String, Range<?>> ranges,
        List<TrialRecord> trials,
        Map<Integer, Integer> unfinished,
        int dropped) {

    /**
     * Reads a journal.
     *
     * @throws IOException if it cannot be read, or is no journal
     */
    public static StudyLog read(Path journal) throws IOException {
        return of(JournalText.of(journal), Map.of());
    }

    /**
     * Makes sense of lines.
     *
     * @param known ranges that values are read by instead of those in the journal
     */
    static StudyLog of(JournalText text, Map<String, Range<?>> known) throws IOException {
        Map<String, Range<?>> ranges = new LinkedHashMap<>();
        Map<Integer, TrialRecord> trials = new TreeMap<>();
        Map<Integer, Integer> begun = new TreeMap<>();
        StudyHeader header = null;
        try {
            for (Line line : text.lines()) {
                switch (line.kind()) {
                    case StudyHeader.KIND -> header = StudyHeader.of(line);
                    case RangeLines.KIND ->
                        ranges.put(line.get("name"), known.getOrDefault(line.get("name"), RangeLines.range(line)));
                    case TrialLines.BEGIN -> begun.put(line.integer("number"), line.integer("attempt"));
                    case TrialLines.END -> trials.putIfAbsent(line.integer("number"), TrialLines.trial(line, ranges));
                    default -> throw new IllegalArgumentException("a line of an unknown kind: " + line);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the journal has something that this program did not write: " + e.getMessage(), e);
        }
        begun.keySet().removeAll(trials.keySet());
        return new StudyLog(Optional.ofNullable(header), ranges, List.copyOf(trials.values()), begun, text.dropped());
    }

    /** The hyperparameters that have been met, without their conditions. */
    public Space space() {
        Space space = Space.empty();
        for (Map.Entry<String, Range<?>> range : ranges.entrySet()) {
            space = space.with(range.getKey(), range.getValue());
        }
        return space;
    }

    /** All trials as a table, for people. */
    @Override
    public String toString() {
        Collection<String> names = ranges.keySet();
        return header.map(StudyLog::title).orElse("no study yet") + "\n" + TrialTable.of(names, trials)
                + (unfinished.isEmpty() ? "" : "not ended: " + unfinished.keySet() + "\n")
                + (dropped == 0 ? "" : dropped + " cut or damaged lines left out\n");
    }

    private static String title(StudyHeader header) {
        return header.direction().name().toLowerCase(Locale.ROOT) + " " + header.value() + " by " + header.sampler()
                + ", seed " + header.seed();
    }
}
