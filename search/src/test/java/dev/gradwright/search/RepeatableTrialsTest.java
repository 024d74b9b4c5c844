package dev.gradwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.search.prune.Pruner;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trials are the same one by one, side by side, and after interruptions. */
@Timeout(60)
class RepeatableTrialsTest {

    private static final int TRIALS = 60;

    /** What has to be the same. */
    record Essence(int number, long seed, Assignment point, State state, double value, String reason, int epochs) {
        static List<Essence> of(List<TrialRecord> trials) {
            return trials.stream()
                    .map(t -> new Essence(
                            t.number(), t.seed(), t.point(), t.state(), t.value(), t.reason(), t.lastEpoch()))
                    .toList();
        }
    }

    static List<StudyBuilder> settings() {
        return List.of(
                LearningStudy.settings(TRIALS).sampler(Sampler.random()),
                LearningStudy.settings(TRIALS).sampler(Sampler.sobol()).pruner(Pruner.median()),
                LearningStudy.settings(TRIALS).sampler(Sampler.tpe()).pruner(Pruner.successiveHalving(1)),
                LearningStudy.settings(TRIALS).sampler(Sampler.tpe()).pruner(Pruner.hyperband(1, 8)),
                LearningStudy.settings(TRIALS).sampler(Sampler.grid(6)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void trialsAreTheSameSideBySide(StudyBuilder settings) throws IOException {
        List<Essence> alone = run(settings.workers(1), 0);

        assertThat(run(settings.workers(2), 1)).isEqualTo(alone);
        assertThat(run(settings.workers(4), 2)).isEqualTo(alone);
        assertThat(alone).hasSize(TRIALS);
        assertThat(alone.stream().filter(t -> t.state() == State.DIVERGED)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void trialsAreTheSameAfterInterruptions(StudyBuilder settings, @TempDir Path folder) throws IOException {
        List<Essence> whole = run(settings, 0);
        settings.journal(folder.resolve("study.journal")).workers(3);
        for (int stop = 7; stop < TRIALS; stop += 11) {
            int last = stop;
            try (Study study = settings.open()) {
                study.run(trial -> {
                    if (trial.number() == last) {
                        study.stop();
                    }
                    if (trial.number() > last && trial.number() % 2 == 0) {
                        throw new InterruptedException();
                    }
                    return LearningStudy.train(trial, 0);
                });
            }
            Thread.interrupted();
        }

        assertThat(run(settings, 0)).isEqualTo(whole);
    }

    @Test
    void prunersDoPruneHere() throws IOException {
        List<Essence> trials =
                run(LearningStudy.settings(TRIALS).sampler(Sampler.tpe()).pruner(Pruner.hyperband(1, 8)), 0);

        assertThat(trials.stream().map(Essence::state)).contains(State.PRUNED, State.COMPLETED);
    }

    private static List<Essence> run(StudyBuilder settings, int sleep) throws IOException {
        try (Study study = settings.open()) {
            return Essence.of(
                    study.run(trial -> LearningStudy.train(trial, sleep)).trials());
        }
    }
}
