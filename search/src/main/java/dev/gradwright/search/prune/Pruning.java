package dev.gradwright.search.prune;

import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.TrialRecord;
import java.util.List;
import java.util.Optional;

/** Prunes for one study. Is called by one thread at a time; its judges, by others too. */
public interface Pruning {

    /** Whether it wants to know results. */
    boolean learns();

    /** A trial has ended. Called in the order of numbers, without gaps. */
    void learn(TrialRecord trial);

    /** What a trial will be judged by: what is known when it begins. */
    Judge judge(int number);

    /** Judges one trial. */
    @FunctionalInterface
    interface Judge {

        /**
         * Whether to stop, and why.
         *
         * @param reports all of the trial's so far, at least one
         */
        Optional<String> verdict(List<Report> reports);
    }
}
