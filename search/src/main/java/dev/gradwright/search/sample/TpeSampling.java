package dev.gradwright.search.sample;

import dev.gradwright.search.space.Choices;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Keeps trials by rank, and draws from the densities of the good and the rest. */
final class TpeSampling implements Sampling {

    private static final double GOOD_FRACTION = 0.1;
    private static final int MOST_GOOD = 25;
    private static final int MOST_OF_REST = 200;

    private final Tpe settings;
    private final long seed;
    private final Comparator<TrialRecord> better;
    private final List<TrialRecord> ranked = new ArrayList<>();

    TpeSampling(Tpe settings, Direction direction, long seed) {
        this.settings = settings;
        this.seed = seed;
        this.better = Comparator.comparing(TrialRecord::state)
                .thenComparing(trial -> trial.state() == State.PRUNED ? -trial.lastEpoch() : 0)
                .thenComparing(TrialRecord.byValue(direction));
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(TrialRecord trial) {
        if (trial.state() != State.FAILED) {
            ranked.add(-Collections.binarySearch(ranked, trial, better) - 1, trial);
        }
    }

    @Override
    public Draw draw(int number) {
        int known = ranked.size();
        if (known < settings.startup()) {
            return RandomSampler.draw(seed, number);
        }
        int good = (int) Math.min(Math.ceil(GOOD_FRACTION * known), MOST_GOOD);
        List<TrialRecord> best = byNumber(ranked.subList(0, good));
        List<TrialRecord> rest = byNumber(thinned(ranked.subList(good, known)));
        return Draw.byPosition((name, range) -> {
            SplittableRandom random = Seeds.draws(seed, number, name);
            return suggestion(density(name, range, best), density(name, range, rest), random);
        });
    }

    private double suggestion(Density good, Density rest, SplittableRandom random) {
        double chosen = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < settings.candidates(); i++) {
            double candidate = good.draw(random);
            double ratio = good.at(candidate) / rest.at(candidate);
            if (ratio > largest) {
                largest = ratio;
                chosen = candidate;
            }
        }
        return chosen;
    }

    private static List<TrialRecord> byNumber(List<TrialRecord> trials) {
        return trials.stream()
                .sorted(Comparator.comparingInt(TrialRecord::number))
                .toList();
    }

    private static List<TrialRecord> thinned(List<TrialRecord> trials) {
        if (trials.size() <= MOST_OF_REST) {
            return trials;
        }
        List<TrialRecord> some = new ArrayList<>();
        for (int i = 0; i < MOST_OF_REST; i++) {
            some.add(trials.get((int) ((i + 0.5) * trials.size() / MOST_OF_REST)));
        }
        return some;
    }

    private static <T> Density density(String name, Range<T> range, List<TrialRecord> trials) {
        double[] positions = new double[trials.size()];
        int count = 0;
        for (TrialRecord trial : trials) {
            Object value = known(range, trial.point().values().get(name));
            if (range.contains(value)) {
                positions[count++] = range.position(range.cast(value));
            }
        }
        positions = Arrays.copyOf(positions, count);
        return range instanceof Choices<?> choices
                ? new ChoiceDensity(positions, choices.values().size())
                : new ParzenDensity(positions, range.size());
    }

    /** A value of an earlier trial. Choices are found by their text, as this is what a journal keeps. */
    private static Object known(Range<?> range, Object value) {
        return value instanceof String text && range instanceof Choices<?> ? range.parse(text) : value;
    }
}
