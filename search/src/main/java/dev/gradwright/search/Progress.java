package dev.gradwright.search;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.trial.TrialRecord;

/** Is told how a study goes, one call at a time. What it throws ends the run. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (trial, standing) -> {};

    /** A trial has ended. */
    void ended(TrialRecord trial, Standing standing);

    /** Something that a person should know has been found. */
    default void found(Finding finding) {}

    /** A line on the standard output for each trial, and for each finding. */
    static Progress console() {
        return new ConsoleProgress(System.out);
    }
}
