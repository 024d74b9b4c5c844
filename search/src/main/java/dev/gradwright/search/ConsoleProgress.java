package dev.gradwright.search;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.io.PrintStream;
import java.util.Locale;

/** A line for each trial: how it ended, the best so far, and how long it will take. */
final class ConsoleProgress implements Progress {

    private final PrintStream out;

    ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ended(TrialRecord trial, Standing standing) {
        StringBuilder line = new StringBuilder("trial " + trial.number());
        line.append(" (" + standing.ended());
        standing.limit().ifPresent(limit -> line.append(" of " + limit));
        line.append("): " + outcome(trial));
        standing.best()
                .ifPresent(best -> line.append(
                        best.number() == trial.number()
                                ? ", the best so far, with " + best.point()
                                : String.format(Locale.ROOT, "; best %.5g, trial %d", best.value(), best.number())));
        standing.secondsLeft()
                .filter(seconds -> seconds >= 1)
                .ifPresent(seconds -> line.append(String.format(Locale.ROOT, "; about %.0f s left", seconds)));
        out.println(line);
    }

    private static String outcome(TrialRecord trial) {
        return trial.state() == State.COMPLETED
                ? String.format(Locale.ROOT, "%.5g", trial.value())
                : trial.state().name().toLowerCase(Locale.ROOT) + ", " + trial.reason();
    }

    @Override
    public void found(Finding finding) {
        out.println(finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.sentence() + " "
                + finding.remedy());
    }
}
