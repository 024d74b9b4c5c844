package dev.gradwright.search;

import dev.gradwright.search.prune.Pruning;
import dev.gradwright.search.sample.Draw;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** A trial that runs: its hyperparameters, its seed, and whom to report to. For one thread at a time. */
public final class Trial {

    /** How a trial is to end, whatever its objective returns. */
    record Ending(State state, String reason) {}

    private final int number;
    private final long seed;
    private final int attempt;
    private final Draw draw;
    private final Pruning.Judge judge;
    private final Ledger ledger;
    private final long started = System.nanoTime();
    private final List<Report> reports = new ArrayList<>();
    private Assignment point;
    private Ending ending;

    Trial(int number, long seed, int attempt, Assignment point, Draw draw, Pruning.Judge judge, Ledger ledger) {
        this.number = number;
        this.seed = seed;
        this.attempt = attempt;
        this.point = point;
        this.draw = draw;
        this.judge = judge;
        this.ledger = ledger;
    }

    /** Its number in the study, from 0. */
    public int number() {
        return number;
    }

    /** A seed of its own, for initial weights and order of data: made of the study's seed and the number. */
    public long seed() {
        return seed;
    }

    /** Random numbers from the seed; the same each time this is called. */
    public SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** How often this trial has been begun, this time included: more than once if processes ended in the middle of it. */
    public int attempt() {
        return attempt;
    }

    /**
     * For how many epochs to train.
     *
     * @throws IllegalStateException if the study leaves it to the objective
     */
    public int epochs() {
        if (ledger.settings().epochs == 0) {
            throw new IllegalStateException(
                    "the study does not say for how many epochs; call epochs(...) when making it");
        }
        return ledger.settings().epochs;
    }

    /** The hyperparameters that are known so far: all of the study's space, and those that were asked for. */
    public Assignment point() {
        return point;
    }

    /** A real hyperparameter; see {@link Assignment#get}. */
    public double real(String name) {
        return point.real(name);
    }

    /** An integer hyperparameter; see {@link Assignment#get}. */
    public int integer(String name) {
        return point.integer(name);
    }

    /** A hyperparameter of any type, such as a choice; see {@link Assignment#get}. */
    public <T> T get(String name, Class<T> type) {
        return point.get(name, type);
    }

    /**
     * A hyperparameter that need not be in the study's space: the space may come to light as the objective runs. Asked for again it has the same value.
     *
     * @throws IllegalArgumentException if the study knows another range under the name, or the sampler has to know the space from the start
     */
    public <T> T suggest(String name, Range<T> range) {
        ledger.register(name, range);
        if (!point.has(name)) {
            point = point.with(name, draw.value(name, range));
        }
        return range.cast(point.values().get(name));
    }

    /**
     * Reports the value after an epoch. A value that is not finite, or exploded, ends the trial as diverged; one that is worse than those of other trials may
     * end it as pruned.
     *
     * @param epoch how many epochs are done, at least 1 and more than at the last report
     * @param value what the study minimizes or maximizes, as it is now
     * @return whether to stop
     * @throws IllegalArgumentException if epochs do not increase
     */
    public Advice report(int epoch, double value) {
        int last = reports.isEmpty() ? 0 : reports.get(reports.size() - 1).epoch();
        if (epoch <= last) {
            throw new IllegalArgumentException("trial " + number + " reports epoch " + epoch + " after " + last
                    + "; epochs begin at 1 and increase");
        }
        if (ending != null) {
            return Advice.STOP;
        }
        reports.add(new Report(epoch, value));
        if (!Double.isFinite(value)) {
            end(State.DIVERGED, ledger.settings().value + " is " + value + " after epoch " + epoch);
        } else if (ledger.isExplosion(reports.get(0).value(), value)) {
            end(
                    State.DIVERGED,
                    String.format(
                            Locale.ROOT,
                            "%s exploded: %.4g after epoch %d, from %.4g at first",
                            ledger.settings().value,
                            value,
                            epoch,
                            reports.get(0).value()));
        } else if (ledger.settings().epochs == 0 || epoch < ledger.settings().epochs) {
            judge.verdict(Collections.unmodifiableList(reports)).ifPresent(reason -> end(State.PRUNED, reason));
        }
        return ending == null ? Advice.GO_ON : Advice.STOP;
    }

    /**
     * Ends the trial as diverged, for a reason that the study cannot see, such as weights that are not finite. The objective should return then.
     *
     * @param reason why, for people
     */
    public void diverged(String reason) {
        end(State.DIVERGED, reason);
    }

    /** How it is to end; the first that is said counts. */
    void end(State state, String reason) {
        if (ending == null) {
            ending = new Ending(state, reason);
        }
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    List<Report> reports() {
        return reports;
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    @Override
    public String toString() {
        return "trial " + number + ": " + point;
    }
}
