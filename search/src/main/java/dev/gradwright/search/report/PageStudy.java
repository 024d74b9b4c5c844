package dev.gradwright.search.report;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import java.util.List;
import java.util.Optional;

/**
 * A study as the page shows it.
 *
 * @param title what to call it
 * @param value the name of what is minimized or maximized
 * @param direction which values are better
 * @param axes an axis for each hyperparameter
 * @param trials all trials that have ended, by number
 * @param ranked the completed ones, the better first
 * @param values the axis of the value
 * @param space the hyperparameters
 * @param findings what a person should know
 */
record PageStudy(
        String title,
        String value,
        Direction direction,
        List<RangeAxis> axes,
        List<TrialRecord> trials,
        List<TrialRecord> ranked,
        ValueAxis values,
        Space space,
        List<Finding> findings) {

    static PageStudy of(
            String title,
            String value,
            Direction direction,
            Space space,
            List<TrialRecord> trials,
            List<Finding> findings) {
        List<RangeAxis> axes = space.dimensions().stream()
                .map(dimension -> new RangeAxis(dimension.name(), dimension.range()))
                .toList();
        List<TrialRecord> ranked = TrialRecord.ranked(trials, direction);
        return new PageStudy(
                title, value, direction, axes, trials, ranked, ValueAxis.of(ranked, direction), space, findings);
    }

    Optional<TrialRecord> best() {
        return ranked.stream().findFirst();
    }
}
