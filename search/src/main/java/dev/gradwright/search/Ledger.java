package dev.gradwright.search;

import dev.gradwright.search.journal.Journal;
import dev.gradwright.search.prune.Pruning;
import dev.gradwright.search.sample.Draw;
import dev.gradwright.search.sample.Sampling;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Dimension;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The books of a study: which trials have ended, which are to be run, and what sampler and pruner have been told. Not for several threads at once, but for
 * {@link #register}; {@link Study} sees to that.
 */
final class Ledger {

    private final StudyBuilder settings;
    private final Optional<Journal> journal;
    private final Sampling sampling;
    private final Pruning pruning;
    private final boolean learns;
    private final Map<String, Range<?>> ranges = new HashMap<>();

    private final List<TrialRecord> byNumber = new ArrayList<>();
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private final PriorityQueue<Integer> unfinished = new PriorityQueue<>();
    private TrialRecord best;
    private int endedWithoutGap;
    private int learned;

    Ledger(StudyBuilder settings, Optional<Journal> journal) {
        this.settings = settings;
        this.journal = journal;
        this.sampling = settings.sampler.start(settings.space, settings.direction, settings.seed);
        this.pruning = settings.pruner.start(settings.direction);
        this.learns = sampling.learns() || pruning.learns();
        settings.space.dimensions().forEach(dimension -> ranges.put(dimension.name(), dimension.range()));
        journal.ifPresent(this::restore);
    }

    private void restore(Journal file) {
        file.before().trials().forEach(this::enter);
        file.before().unfinished().forEach((number, attempt) -> {
            reserve(number);
            attempts.put(number, attempt);
        });
        for (int number = 0; number < byNumber.size(); number++) {
            if (byNumber.get(number) == null) {
                unfinished.add(number);
            }
        }
    }

    StudyBuilder settings() {
        return settings;
    }

    boolean learns() {
        return learns;
    }

    /** The number of the trial to begin next: one that was begun before and did not end, or a new one. */
    int upcoming() {
        return unfinished.isEmpty() ? byNumber.size() : unfinished.peek();
    }

    /** How many trials there are at most; of the two limits, the sampler's and the study's. */
    int limit() {
        return Math.min(settings.trials, sampling.size().orElse(Integer.MAX_VALUE));
    }

    boolean isSamplerExhausted() {
        return sampling.size().isPresent() && limit() == sampling.size().getAsInt();
    }

    /** Whether all results are there that the next trial depends on. */
    boolean isReady() {
        return !learns || endedWithoutGap > upcoming() - settings.lag;
    }

    /** Begins the next trial; empty if it was begun so often before that it now counts as failed. */
    Optional<Trial> begin() {
        int number = upcoming();
        int attempt = attempts.getOrDefault(number, 0) + 1;
        if (attempt > settings.attempts) {
            unfinished.remove(number);
            end(new TrialRecord(
                    number,
                    Seeds.ofTrial(settings.seed, number),
                    attempt - 1,
                    Assignment.empty(),
                    List.of(),
                    State.FAILED,
                    Double.NaN,
                    "the process ended " + (attempt - 1) + " times in the middle of it",
                    0));
            return Optional.empty();
        }
        Draw draw = learnAndDraw(number);
        Assignment point = point(draw);
        journal.ifPresent(file -> file.begin(number, attempt, point));
        unfinished.remove(number);
        reserve(number);
        attempts.put(number, attempt);
        long seed = Seeds.ofTrial(settings.seed, number);
        return Optional.of(new Trial(number, seed, attempt, point, draw, pruning.judge(number), this));
    }

    /** Tells sampler and pruner of the results that a trial depends on, of no others, and draws its point. */
    private Draw learnAndDraw(int number) {
        while (learns && learned <= number - settings.lag) {
            TrialRecord ended = byNumber.get(learned++);
            sampling.learn(ended);
            pruning.learn(ended);
        }
        return sampling.draw(number);
    }

    private Assignment point(Draw draw) {
        Assignment point = Assignment.empty();
        for (Dimension<?> dimension : settings.space.dimensions()) {
            if (settings.space.exists(dimension, point)) {
                point = point.with(dimension.name(), draw.value(dimension.name(), dimension.range()));
            }
        }
        return point;
    }

    /** A trial was broken off, and is to be run again. */
    void giveBack(Trial trial) {
        unfinished.add(trial.number());
        attempts.merge(trial.number(), -1, Integer::sum);
    }

    /** A trial has ended. */
    void end(TrialRecord trial) {
        journal.ifPresent(file -> file.end(trial));
        enter(trial);
    }

    private void enter(TrialRecord trial) {
        reserve(trial.number());
        byNumber.set(trial.number(), trial);
        attempts.remove(trial.number());
        while (endedWithoutGap < byNumber.size() && byNumber.get(endedWithoutGap) != null) {
            endedWithoutGap++;
        }
        counts.merge(trial.state(), 1, Integer::sum);
        if (trial.isCompleted()
                && (best == null || TrialRecord.byValue(settings.direction).compare(trial, best) < 0)) {
            best = trial;
        }
    }

    private void reserve(int number) {
        while (byNumber.size() <= number) {
            byNumber.add(null);
        }
    }

    /** Whether a trial has begun and not ended. */
    boolean isRunning(Trial trial) {
        return trial.number() < byNumber.size()
                && byNumber.get(trial.number()) == null
                && !unfinished.contains(trial.number());
    }

    /** A range is used under a name, by any thread. */
    void register(String name, Range<?> range) {
        synchronized (ranges) {
            Range<?> old = ranges.get(name);
            boolean isKnown =
                    old == null ? journal.map(file -> file.agrees(name, range)).orElse(true) : old.equals(range);
            if (!isKnown) {
                throw new IllegalArgumentException(
                        "two ranges are called " + name + ": " + range.code() + ", and before "
                                + (old == null
                                        ? journal.orElseThrow()
                                                .before()
                                                .ranges()
                                                .get(name)
                                                .code()
                                        : old.code())
                                + "; give each a name of its own");
            }
            if (ranges.put(name, range) == null) {
                journal.filter(file -> !file.before().ranges().containsKey(name))
                        .ifPresent(file -> file.range(name, range));
            }
        }
    }

    /** Whether a value has grown from another so much that it counts as an explosion. */
    boolean isExplosion(double first, double value) {
        return settings.direction == Direction.MINIMIZE && first > 0 && value > settings.explosion * first;
    }

    /** All trials that have ended, by number. */
    List<TrialRecord> trials() {
        return byNumber.stream().filter(Objects::nonNull).toList();
    }

    Optional<TrialRecord> best() {
        return Optional.ofNullable(best);
    }

    Map<State, Integer> counts() {
        return counts;
    }

    int ended() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
