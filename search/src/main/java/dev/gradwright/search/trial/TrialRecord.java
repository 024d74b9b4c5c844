package dev.gradwright.search.trial;

import dev.gradwright.search.space.Assignment;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A trial that has ended.
 *
 * @param number its number in the study, from 0
 * @param seed the seed it was given
 * @param attempt how often it was begun: more than once, if processes ended in the middle of it
 * @param point its hyperparameters
 * @param reports what it reported, by epoch
 * @param state how it ended
 * @param value the result; the last report of a pruned trial; NaN of one that diverged or failed
 * @param reason why it ended as it did, empty for one that completed
 * @param seconds how long it took
 */
public record TrialRecord(
        int number,
        long seed,
        int attempt,
        Assignment point,
        List<Report> reports,
        State state,
        double value,
        String reason,
        double seconds) {

    /** Keeps a copy of the reports. */
    public TrialRecord {
        reports = List.copyOf(reports);
    }

    /** Whether it has a result. */
    public boolean isCompleted() {
        return state == State.COMPLETED;
    }

    /** What it reported after an epoch, if it did. */
    public OptionalDouble reportAt(int epoch) {
        return reports.stream()
                .filter(report -> report.epoch() == epoch)
                .mapToDouble(Report::value)
                .findFirst();
    }

    /** After how many epochs it reported last; 0 if it never did. */
    public int lastEpoch() {
        return reports.isEmpty() ? 0 : reports.get(reports.size() - 1).epoch();
    }

    /** Better completed trials first; of equal ones the earlier. */
    public static Comparator<TrialRecord> byValue(Direction direction) {
        return Comparator.<TrialRecord>comparingDouble(trial -> direction.cost(trial.value()))
                .thenComparingInt(TrialRecord::number);
    }

    /** The completed trials of several, the better first. */
    public static List<TrialRecord> ranked(List<TrialRecord> trials, Direction direction) {
        return trials.stream()
                .filter(TrialRecord::isCompleted)
                .sorted(byValue(direction))
                .toList();
    }
}
