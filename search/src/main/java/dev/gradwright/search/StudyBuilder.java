package dev.gradwright.search;

import dev.gradwright.search.journal.StudyHeader;
import dev.gradwright.search.prune.Pruner;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Settings of a study. All have defaults; a study needs a limit, of trials, time or value, unless its sampler has one. Can be used for several studies.
 */
public final class StudyBuilder {

    final String value;
    final Direction direction;
    Space space = Space.empty();
    Sampler sampler = Sampler.random();
    Pruner pruner = Pruner.none();
    long seed;
    int lag = 4;
    int epochs;
    int workers = 1;
    int trials = Integer.MAX_VALUE;
    Duration time;
    double target = Double.NaN;
    int attempts = 3;
    double explosion = 1000;
    Path journal;
    Progress progress = Progress.NONE;

    StudyBuilder(String value, Direction direction) {
        this.value = Objects.requireNonNull(value);
        this.direction = direction;
    }

    /** The hyperparameters; by default none, so that the objective asks for them by {@link Trial#suggest}. */
    public StudyBuilder space(Space hyperparameters) {
        this.space = hyperparameters;
        return this;
    }

    /** How to choose hyperparameters; at random by default. */
    public StudyBuilder sampler(Sampler how) {
        this.sampler = how;
        return this;
    }

    /** How to stop bad trials early; not at all by default. */
    public StudyBuilder pruner(Pruner how) {
        this.pruner = how;
        return this;
    }

    /** What all random numbers come from; 0 by default. */
    public StudyBuilder seed(long from) {
        this.seed = from;
        return this;
    }

    /**
     * How far results lie back: where a sampler or pruner learns from results, trial {@code n} knows those of trials 0 to {@code n - lag}, neither fewer nor
     * more. So up to {@code lag} trials can run at once, and it makes no difference to any of them how many do. 4 by default.
     */
    public StudyBuilder lag(int numbers) {
        this.lag = atLeastOne("lag", numbers);
        return this;
    }

    /** For how many epochs each trial is to train, as it learns by {@link Trial#epochs}; left to the objective by default. */
    public StudyBuilder epochs(int count) {
        this.epochs = atLeastOne("number of epochs", count);
        return this;
    }

    /** How many threads run trials; 1 by default. Where results are learned from, at most as many as the {@linkplain #lag lag}. */
    public StudyBuilder workers(int threads) {
        this.workers = atLeastOne("number of workers", threads);
        return this;
    }

    /** How many trials the study has, those in its journal included; no limit by default. */
    public StudyBuilder trials(int most) {
        this.trials = atLeastOne("number of trials", most);
        return this;
    }

    /** After what time a run begins no more trials; those that run are not cut short. No limit by default. */
    public StudyBuilder time(Duration most) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("a time limit of " + most + "; use more than nothing");
        }
        this.time = most;
        return this;
    }

    /** At what value, or a better one, a run begins no more trials; none by default. */
    public StudyBuilder target(double good) {
        this.target = good;
        return this;
    }

    /** How often a trial is begun, in whose middle the process ended each time, before it counts as failed; 3 by default. */
    public StudyBuilder attempts(int most) {
        this.attempts = atLeastOne("number of attempts", most);
        return this;
    }

    /**
     * By what factor of its first report a positive value must have grown to count as exploded, where it is minimized; 1000 by default. Infinity for never.
     */
    public StudyBuilder explosion(double factor) {
        if (!(factor > 1)) {
            throw new IllegalArgumentException("an explosion by a factor of " + factor + "; use more than 1");
        }
        this.explosion = factor;
        return this;
    }

    /** A file to keep trials in, so that a later process can go on; nothing is kept by default. */
    public StudyBuilder journal(Path file) {
        this.journal = file;
        return this;
    }

    /** Whom to tell how it goes; nobody by default. */
    public StudyBuilder progress(Progress listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Makes the study, or goes on with the one in the journal.
     *
     * @throws IOException if another study has the journal, or it cannot be read or written
     * @throws IllegalArgumentException if settings do not fit each other, or the journal is of another study
     */
    public Study open() throws IOException {
        return new Study(copy());
    }

    StudyHeader header() {
        return new StudyHeader(
                value, direction, seed, sampler.toString(), pruner.toString(), lag, epochs, space.toString());
    }

    private StudyBuilder copy() {
        StudyBuilder copy = new StudyBuilder(value, direction);
        copy.space = space;
        copy.sampler = sampler;
        copy.pruner = pruner;
        copy.seed = seed;
        copy.lag = lag;
        copy.epochs = epochs;
        copy.workers = workers;
        copy.trials = trials;
        copy.time = time;
        copy.target = target;
        copy.attempts = attempts;
        copy.explosion = explosion;
        copy.journal = journal;
        copy.progress = progress;
        return copy;
    }

    private static int atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("a " + what + " of " + number + "; use at least 1");
        }
        return number;
    }
}
