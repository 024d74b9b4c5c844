package dev.gradwright.search;

import dev.gradwright.search.trial.State;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/**
 * Joins a training to a trial: reports a metric after each epoch, and stops the training when the trial is pruned or diverges. A loss that is not finite
 * stops it after the batch.
 */
public final class ReportingHook implements Hook {

    private final Trial trial;
    private final String metric;

    /**
     * Joins a training to a trial.
     *
     * @param metric the name of what to report, as {@link Run#metrics} has it: {@code validation loss} for instance
     */
    public ReportingHook(Trial trial, String metric) {
        this.trial = trial;
        this.metric = metric;
    }

    @Override
    public void onBatchEnd(Run run) {
        if (!Double.isFinite(run.loss())) {
            trial.diverged("the loss is " + run.loss() + " in batch " + run.batch() + " of epoch " + run.epoch());
            run.stop(trial.ending().orElseThrow().reason());
        }
    }

    @Override
    public void onEpochEnd(Run run) {
        Double value = run.metrics().get(metric);
        if (value == null) {
            trial.end(
                    State.FAILED,
                    "the training has no metric \"" + metric + "\", only "
                            + run.metrics().keySet());
            run.stop(trial.ending().orElseThrow().reason());
        } else if (trial.report(run.epoch(), value) == Advice.STOP) {
            run.stop(trial.ending().orElseThrow().reason());
        }
    }
}
