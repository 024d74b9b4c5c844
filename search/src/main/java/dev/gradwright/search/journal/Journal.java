package dev.gradwright.search.journal;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the journal of a study, and knows what was in it before. */
public final class Journal implements AutoCloseable {

    private final JournalFile file;
    private final StudyLog before;

    private Journal(JournalFile file, StudyLog before) {
        this.file = file;
        this.before = before;
    }

    /**
     * Begins a journal, or goes on with the one that is there.
     *
     * @throws JournalLockedException if another writer has it
     * @throws IOException if it cannot be read or written, or is no journal
     * @throws IllegalArgumentException if it is that of another study, with all that is different
     */
    public static Journal open(Path path, StudyHeader header, Space space) throws IOException {
        JournalFile file = JournalFile.open(path);
        try {
            Map<String, Range<?>> known = new LinkedHashMap<>();
            for (Dimension<?> dimension : space.dimensions()) {
                known.put(dimension.name(), dimension.range());
            }
            if (file.text().lines().isEmpty()) {
                file.append(header.line());
            } else {
                requireSame(path, StudyHeader.of(file.text().lines().get(0)), header);
            }
            Journal journal = new Journal(file, StudyLog.of(file.text(), known));
            known.forEach((name, range) -> {
                if (!journal.before.ranges().containsKey(name)) {
                    journal.range(name, range);
                }
            });
            return journal;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void requireSame(Path path, StudyHeader before, StudyHeader now) {
        List<String> differences = before.differences(now);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("the journal " + path + " is of another study: "
                    + String.join("; ", differences) + ". Use the same settings, or another journal");
        }
    }

    /** What was there when it was opened. */
    public StudyLog before() {
        return before;
    }

    /** Whether a range is the one that the journal had under a name; true if it had none. */
    public boolean agrees(String name, Range<?> range) {
        Range<?> old = before.ranges().get(name);
        return old == null || RangeLines.areSame(old, range);
    }

    /** A hyperparameter has been met for the first time. */
    public void range(String name, Range<?> range) {
        append(RangeLines.line(name, range));
    }

    /** A trial begins. */
    public void begin(int number, int attempt, Assignment point) {
        append(TrialLines.begin(number, attempt, point));
    }

    /** A trial has ended. */
    public void end(TrialRecord trial) {
        append(TrialLines.end(trial));
    }

    private synchronized void append(Line line) {
        try {
            file.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
