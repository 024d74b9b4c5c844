package dev.gradwright.search;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.StudyResult.Stop;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs trials of a study in one or several threads, until a limit is reached. */
final class Workers {

    private static final long FOREVER = 0;

    private final Study study;
    private final StudyBuilder settings;
    private final Objective objective;
    private final long deadline;
    private volatile Stop stop;
    private volatile Throwable fatal;

    Workers(Study study, StudyBuilder settings, Objective objective) {
        this.study = study;
        this.settings = settings;
        this.objective = objective;
        this.deadline = settings.time == null ? 0 : System.nanoTime() + settings.time.toNanos();
        if (settings.time == null
                && Double.isNaN(settings.target)
                && study.standing().limit().isEmpty()) {
            throw new IllegalStateException(
                    "the study would never end; limit it by trials(...), time(...) or target(...)");
        }
    }

    StudyResult run() {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < settings.workers; i++) {
            Thread thread = new Thread(this::work, "trials-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work();
        join(others);
        rethrow();
        List<Finding> findings = study.findings();
        findings.stream().filter(finding -> finding.rule().equals("border")).forEach(settings.progress::found);
        return new StudyResult(stop, study.standing(), study.trials(), findings);
    }

    private void join(List<Thread> others) {
        boolean isInterrupted = Thread.currentThread().isInterrupted();
        for (Thread thread : others) {
            if (isInterrupted) {
                thread.interrupt();
            }
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                    end(Stop.STOPPED);
                    others.forEach(Thread::interrupt);
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        if (fatal instanceof RuntimeException exception) {
            throw exception;
        } else if (fatal instanceof Error error) {
            throw error;
        }
    }

    private void work() {
        try {
            Optional<Trial> trial = study.await(this);
            while (trial.isPresent()) {
                run(trial.get());
                trial = study.await(this);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(Stop.STOPPED);
            study.wake();
        } catch (RuntimeException | Error e) {
            fatal = e;
            end(Stop.STOPPED);
            study.wake();
        }
    }

    /** Runs a trial and notes how it ended, whatever happens in it; but one that was interrupted has not ended. */
    private void run(Trial trial) throws InterruptedException {
        double result;
        try {
            result = objective.run(trial);
        } catch (Throwable e) {
            if (e instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
                study.giveBack(trial);
                throw new InterruptedException();
            }
            study.fail(trial, reason(e));
            return;
        }
        study.tell(trial, result);
    }

    private static String reason(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Whether no more trials are to begin; called under the study's lock. */
    boolean isToEnd(Ledger ledger, boolean isStopped) {
        if (isStopped) {
            end(Stop.STOPPED);
        } else if (ledger.best().filter(this::isGoodEnough).isPresent()) {
            end(Stop.TARGET);
        } else if (ledger.upcoming() >= ledger.limit()) {
            end(ledger.isSamplerExhausted() ? Stop.POINTS : Stop.TRIALS);
        } else if (settings.time != null && System.nanoTime() - deadline >= 0) {
            end(Stop.TIME);
        }
        return stop != null;
    }

    private boolean isGoodEnough(TrialRecord best) {
        return best.state() == State.COMPLETED
                && settings.direction.cost(best.value()) <= settings.direction.cost(settings.target);
    }

    /** How many milliseconds a worker may wait before it looks again. */
    long patience() {
        return settings.time == null ? FOREVER : Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }

    private void end(Stop reason) {
        if (stop == null) {
            stop = reason;
        }
    }
}
