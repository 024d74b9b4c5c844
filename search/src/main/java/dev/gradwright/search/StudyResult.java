package dev.gradwright.search;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.trial.TrialRecord;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a run of a study came to.
 *
 * @param stop why it ended
 * @param standing the counts and the best trial
 * @param trials all trials that have ended, by number
 * @param findings what a person should know
 */
public record StudyResult(Stop stop, Standing standing, List<TrialRecord> trials, List<Finding> findings) {

    /** Why a run of a study ended. */
    public enum Stop {
        /** All trials of the limit have ended. */
        TRIALS,
        /** The sampler has no more points. */
        POINTS,
        /** The time is over. */
        TIME,
        /** The best value is good enough. */
        TARGET,
        /** {@link Study#stop} was called, or the thread was interrupted. */
        STOPPED
    }

    /** Keeps copies. */
    public StudyResult {
        trials = List.copyOf(trials);
        findings = List.copyOf(findings);
    }

    /**
     * The best completed trial.
     *
     * @throws NoSuchElementException if no trial was completed, with what became of the last
     */
    public TrialRecord best() {
        return standing.best()
                .orElseThrow(() -> new NoSuchElementException("none of " + trials.size() + " trials was completed"
                        + (trials.isEmpty()
                                ? ""
                                : "; the last: " + trials.get(trials.size() - 1).reason())));
    }
}
