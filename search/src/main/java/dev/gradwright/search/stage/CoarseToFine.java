package dev.gradwright.search.stage;

import dev.gradwright.search.Objective;
import dev.gradwright.search.Progress;
import dev.gradwright.search.Study;
import dev.gradwright.search.StudyBuilder;
import dev.gradwright.search.StudyResult;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.RecordBinding;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.Seeds;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.search.watch.SeedNoise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A search in stages. Each stage is a study whose trials train for longer, in a space that is narrowed around the best tenth (at least three) of the stage
 * before. In the end the best few of the last stage are run again with several seeds each, and the one with the best mean is the winner.
 *
 * <p>With a folder, each stage has a journal there; run again with the same settings, the search goes on where it was.
 */
public final class CoarseToFine {

    private static final double GOOD_FRACTION = 0.1;
    private static final int LEAST_GOOD = 3;

    private final String value;
    private final Direction direction;
    private final Space space;
    private List<Stage> stages = Stage.recipe(25);
    private Sampler sampler = Sampler.random();
    private long seed;
    private int workers = 1;
    private int finalists = 3;
    private int repeats = 5;
    private Path folder;
    private Progress progress = Progress.NONE;

    private CoarseToFine(String value, Direction direction, Space space) {
        this.value = value;
        this.direction = direction;
        this.space = space;
        if (space.dimensions().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to narrow in an empty space; put the hyperparameters in it");
        }
    }

    /** A search for small values. */
    public static CoarseToFine minimize(String value, Space space) {
        return new CoarseToFine(value, Direction.MINIMIZE, space);
    }

    /** A search for large values. */
    public static CoarseToFine maximize(String value, Space space) {
        return new CoarseToFine(value, Direction.MAXIMIZE, space);
    }

    /** The stages, with epochs that do not become fewer; {@code Stage.recipe(25)} by default. */
    public CoarseToFine stages(List<Stage> coarseFirst) {
        for (int i = 1; i < coarseFirst.size(); i++) {
            if (coarseFirst.get(i).epochs() < coarseFirst.get(i - 1).epochs()) {
                throw new IllegalArgumentException("epochs become fewer from stage " + i + " to " + (i + 1) + ": "
                        + coarseFirst + "; put the coarse stages first");
            }
        }
        if (coarseFirst.isEmpty()) {
            throw new IllegalArgumentException("a search without stages; give at least one");
        }
        this.stages = List.copyOf(coarseFirst);
        return this;
    }

    /** How each stage chooses hyperparameters; at random by default. */
    public CoarseToFine sampler(Sampler how) {
        this.sampler = how;
        return this;
    }

    /** What all random numbers come from; 0 by default. */
    public CoarseToFine seed(long from) {
        this.seed = from;
        return this;
    }

    /** How many threads run trials; 1 by default. */
    public CoarseToFine workers(int threads) {
        this.workers = threads;
        return this;
    }

    /**
     * How the winner is found: the best {@code finalists} of the last stage (3 by default) are run with {@code repeats} other seeds each (5 by
     * default).
     */
    public CoarseToFine repeat(int bestFew, int seeds) {
        if (bestFew < 1 || seeds < 1) {
            throw new IllegalArgumentException(
                    "the best " + bestFew + " with " + seeds + " seeds each; use at least 1 of both");
        }
        this.finalists = bestFew;
        this.repeats = seeds;
        return this;
    }

    /** Where the journals are kept; nowhere by default. */
    public CoarseToFine folder(Path where) {
        this.folder = where;
        return this;
    }

    /** Whom to tell how it goes; nobody by default. */
    public CoarseToFine progress(Progress listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Runs all stages whose hyperparameters are given as a record; see {@link #run(Objective)}.
     *
     * @throws IllegalArgumentException if the record does not fit the space
     */
    public <R extends Record> StagedResult run(Class<R> type, Objective.OfRecord<R> objective) throws IOException {
        RecordBinding<R> binding = new RecordBinding<>(type, space);
        return run(trial -> objective.run(binding.fill(trial.point()), trial));
    }

    /**
     * Runs all stages, or what is left of them.
     *
     * @param objective trains for {@link dev.gradwright.search.Trial#epochs} epochs
     * @throws IOException if a journal cannot be read or written, or another process has it
     * @throws IllegalStateException if no trial of a stage was completed
     */
    public StagedResult run(Objective objective) throws IOException {
        List<StageResult> results = new ArrayList<>();
        Space here = space;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            StudyBuilder settings = settings(here, stage.epochs(), "stage-" + (i + 1), i)
                    .sampler(sampler)
                    .trials(stage.trials());
            StudyResult result = run(settings, objective);
            results.add(new StageResult(stage, here, result));
            if (result.stop() == StudyResult.Stop.STOPPED) {
                return new StagedResult(results, Optional.empty());
            }
            here = Narrowing.around(good(result, i + 1), here);
        }
        return new StagedResult(results, noise(results.get(results.size() - 1), objective));
    }

    private List<TrialRecord> good(StudyResult result, int stage) {
        List<TrialRecord> ranked = TrialRecord.ranked(result.trials(), direction);
        if (ranked.isEmpty()) {
            throw new IllegalStateException("no trial of stage " + stage + " was completed; the last: "
                    + result.trials().get(result.trials().size() - 1).reason());
        }
        int count = (int) Math.max(LEAST_GOOD, Math.ceil(GOOD_FRACTION * ranked.size()));
        return ranked.subList(0, Math.min(count, ranked.size()));
    }

    /** Runs the best few again, in turns, so that an early end has something of each. */
    private Optional<SeedNoise> noise(StageResult last, Objective objective) throws IOException {
        List<Assignment> few = TrialRecord.ranked(last.study().trials(), direction).stream()
                .limit(finalists)
                .map(TrialRecord::point)
                .toList();
        List<Assignment> turns = new ArrayList<>();
        Collections.nCopies(repeats, few).forEach(turns::addAll);
        StudyBuilder settings = settings(last.space(), last.stage().epochs(), "seeds", stages.size())
                .sampler(Sampler.fixed(turns));
        StudyResult result = run(settings, objective);
        if (result.stop() == StudyResult.Stop.STOPPED) {
            return Optional.empty();
        }
        List<SeedNoise.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            int candidate = i;
            List<Double> values = result.trials().stream()
                    .filter(trial -> trial.number() % few.size() == candidate && trial.isCompleted())
                    .map(TrialRecord::value)
                    .toList();
            if (!values.isEmpty()) {
                candidates.add(new SeedNoise.Candidate(few.get(i), values));
            }
        }
        return candidates.isEmpty() ? Optional.empty() : Optional.of(SeedNoise.of(candidates, direction));
    }

    private static StudyResult run(StudyBuilder settings, Objective objective) throws IOException {
        try (Study study = settings.open()) {
            return study.run(objective);
        }
    }

    private StudyBuilder settings(Space where, int epochs, String name, int number) {
        StudyBuilder settings = direction == Direction.MINIMIZE ? Study.minimize(value) : Study.maximize(value);
        settings.space(where)
                .epochs(epochs)
                .seed(Seeds.mixed(seed, number))
                .workers(workers)
                .progress(progress);
        return folder == null ? settings : settings.journal(folder.resolve(name + ".journal"));
    }
}
