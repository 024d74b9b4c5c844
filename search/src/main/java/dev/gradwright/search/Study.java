package dev.gradwright.search;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.journal.Journal;
import dev.gradwright.search.space.RecordBinding;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.search.watch.Borders;
import dev.gradwright.search.watch.Scales;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A study: trials of an objective at points of a space, to find where its value is best.
 *
 * <p>Either it runs the trials itself ({@link #run}), or it is asked for them and told of their results ({@link #ask}, {@link #tell}). What a trial gets
 * depends on the study's seed, the trial's number and, where sampler or pruner learn, the results of all trials whose numbers are lower by at least the
 * {@linkplain StudyBuilder#lag lag}. So trials are the same whether they run one by one, side by side, or after an interruption.
 *
 * <p>Its methods may be called by several threads.
 */
public final class Study implements AutoCloseable {

    private final StudyBuilder settings;
    private final Optional<Journal> journal;
    private final Ledger ledger;
    private final int before;
    private final long opened = System.nanoTime();
    private boolean isStopped;

    Study(StudyBuilder settings) throws IOException {
        this.settings = settings;
        this.journal = settings.journal == null
                ? Optional.empty()
                : Optional.of(Journal.open(settings.journal, settings.header(), settings.space));
        try {
            ledger = new Ledger(settings, journal);
            if (ledger.learns() && settings.workers > settings.lag) {
                throw new IllegalArgumentException(
                        settings.workers + " workers, but trials that learn from results wait"
                                + " for those " + settings.lag + " numbers before them; call lag(" + settings.workers
                                + ") or more, or use fewer workers");
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        before = ledger.ended();
        Scales.findings(settings.space).forEach(settings.progress::found);
    }

    /**
     * Settings of a study that looks for small values.
     *
     * @param value what they are, such as {@code validation loss}
     */
    public static StudyBuilder minimize(String value) {
        return new StudyBuilder(value, Direction.MINIMIZE);
    }

    /**
     * Settings of a study that looks for large values.
     *
     * @param value what they are, such as {@code validation accuracy}
     */
    public static StudyBuilder maximize(String value) {
        return new StudyBuilder(value, Direction.MAXIMIZE);
    }

    /**
     * Runs trials until a limit is reached, {@link #stop} is called or the thread is interrupted.
     *
     * @param objective what to minimize or maximize; called by several threads if there are several workers
     * @throws IllegalStateException if there is no limit
     * @throws java.io.UncheckedIOException if the journal cannot be written
     */
    public StudyResult run(Objective objective) {
        return new Workers(this, settings, objective).run();
    }

    /**
     * Runs trials whose hyperparameters are given as a record.
     *
     * @param type a record with a component for each hyperparameter of the space, of its name and type
     * @throws IllegalArgumentException if the record does not fit the space
     */
    public <R extends Record> StudyResult run(Class<R> type, Objective.OfRecord<R> objective) {
        RecordBinding<R> binding = new RecordBinding<>(type, settings.space);
        return run(trial -> objective.run(binding.fill(trial.point()), trial));
    }

    /**
     * Begins a trial, to be ended by {@link #tell} or {@link #fail}.
     *
     * @throws IllegalStateException if there are no more trials, or the next one depends on one that has not ended
     */
    public synchronized Trial ask() {
        while (ledger.upcoming() < ledger.limit()) {
            if (!ledger.isReady()) {
                throw new IllegalStateException("trial " + ledger.upcoming()
                        + " depends on the results of all trials up to "
                        + (ledger.upcoming() - settings.lag) + ", and not all of them have ended; end them first, or"
                        + " make the study with a larger lag(...)");
            }
            Optional<Trial> trial = ledger.begin();
            if (trial.isPresent()) {
                return trial.get();
            }
        }
        throw new IllegalStateException("the study has had its " + ledger.limit() + " trials");
    }

    /**
     * Ends a trial with its result. If the trial was told to stop it is pruned or has diverged, whatever the result.
     *
     * @throws IllegalStateException if the trial has ended before
     */
    public void tell(Trial trial, double result) {
        if (!Double.isFinite(result)) {
            trial.end(State.DIVERGED, settings.value + " is " + result);
        }
        trial.end(State.COMPLETED, "");
        end(trial, result);
    }

    /**
     * Ends a trial that has failed.
     *
     * @param reason why, for people
     * @throws IllegalStateException if the trial has ended before
     */
    public void fail(Trial trial, String reason) {
        trial.end(State.FAILED, reason);
        end(trial, Double.NaN);
    }

    private synchronized void end(Trial trial, double result) {
        if (!ledger.isRunning(trial)) {
            throw new IllegalStateException("trial " + trial.number() + " has ended before; a trial ends once");
        }
        Trial.Ending ending = trial.ending().orElseThrow();
        double value = switch (ending.state()) {
            case COMPLETED -> result;
            case PRUNED -> trial.reports().get(trial.reports().size() - 1).value();
            case DIVERGED, FAILED -> Double.NaN;
        };
        TrialRecord ended = new TrialRecord(
                trial.number(),
                trial.seed(),
                trial.attempt(),
                trial.point(),
                trial.reports(),
                ending.state(),
                value,
                ending.reason(),
                trial.seconds());
        ledger.end(ended);
        notifyAll();
        settings.progress.ended(ended, standing());
    }

    /** The next trial for a worker, who waits for results that it depends on; nothing if the run is to end. */
    synchronized Optional<Trial> await(Workers workers) throws InterruptedException {
        while (!workers.isToEnd(ledger, isStopped)) {
            if (ledger.isReady()) {
                Optional<Trial> trial = ledger.begin();
                if (trial.isPresent()) {
                    return trial;
                }
                notifyAll();
            } else {
                wait(workers.patience());
            }
        }
        notifyAll();
        return Optional.empty();
    }

    /** Has waiting workers look again whether they are to end. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized void giveBack(Trial trial) {
        ledger.giveBack(trial);
        notifyAll();
    }

    /** Begins no more trials; those that run are not cut short. */
    public synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    /** The trials that have ended, by number. */
    public synchronized List<TrialRecord> trials() {
        return ledger.trials();
    }

    /** The best completed trial, if there is one. */
    public synchronized Optional<TrialRecord> best() {
        return ledger.best();
    }

    /** How it stands. */
    public synchronized Standing standing() {
        int limit = ledger.limit();
        return new Standing(
                settings.value,
                ledger.counts(),
                ledger.best(),
                limit == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(limit),
                before,
                (System.nanoTime() - opened) / 1e9);
    }

    /** What a person should know: ranges on the wrong scale, best values at the ends of ranges. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(Scales.findings(settings.space));
        findings.addAll(Borders.findings(settings.space, trials(), settings.direction));
        return findings;
    }

    /** How many lines of the journal were cut or damaged when it was opened, and are left out; the trials they told of are run again. */
    public int dropped() {
        return journal.map(file -> file.before().dropped()).orElse(0);
    }

    /** The hyperparameters that are known from the start. */
    public Space space() {
        return settings.space;
    }

    /** Which values are better. */
    public Direction direction() {
        return settings.direction;
    }

    /** Closes the journal. Trials that run can no longer be told of. */
    @Override
    public synchronized void close() throws IOException {
        isStopped = true;
        notifyAll();
        if (journal.isPresent()) {
            journal.get().close();
        }
    }
}
