package dev.gradwright.search;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.prune.MedianPruner;
import dev.gradwright.search.prune.Pruner;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {

    private record Hyper(double rate, int units) {}

    private static final Space SPACE =
            Space.empty().with("rate", logUniform(1e-6, 10)).with("units", integer(1, 100));

    private static double cost(Hyper hyper) {
        return Math.abs(Math.log10(hyper.rate()) + 2) + Math.abs(hyper.units() - 30) / 100.0;
    }

    @Test
    void theBestOfManyTrialsIsFound() throws IOException {
        try (Study study =
                Study.minimize("cost").space(SPACE).seed(1).trials(50).open()) {
            StudyResult result = study.run(Hyper.class, (hyper, trial) -> cost(hyper));

            assertThat(result.stop()).isEqualTo(StudyResult.Stop.TRIALS);
            assertThat(result.trials())
                    .hasSize(50)
                    .extracting(TrialRecord::number)
                    .isSorted();
            assertThat(result.best().value())
                    .isEqualTo(result.trials().stream()
                            .mapToDouble(TrialRecord::value)
                            .min()
                            .orElseThrow());
            assertThat(result.best().point().real("rate")).isBetween(1e-3, 1e-1);
        }
        try (Study study =
                Study.maximize("gain").space(SPACE).seed(1).trials(50).open()) {
            StudyResult result = study.run(Hyper.class, (hyper, trial) -> -cost(hyper));
            assertThat(result.best().value())
                    .isEqualTo(result.trials().stream()
                            .mapToDouble(TrialRecord::value)
                            .max()
                            .orElseThrow());
        }
    }

    @Test
    void aRecordThatDoesNotFitIsRefusedBeforeAnyTrialRuns() throws IOException {
        record Wrong(double rate) {}
        try (Study study = Study.minimize("cost").space(SPACE).trials(5).open()) {
            assertThatThrownBy(() -> study.run(Wrong.class, (hyper, trial) -> 0))
                    .hasMessageContaining("no component takes units");
            assertThat(study.trials()).isEmpty();
        }
    }

    @Test
    void anObjectiveMayAskForItsHyperparametersAsItRuns() throws IOException {
        try (Study study =
                Study.minimize("cost").sampler(Sampler.tpe()).trials(40).open()) {
            StudyResult result = study.run(trial -> {
                String method = trial.suggest("method", choice("sgd", "adam"));
                double rate = trial.suggest("rate", logUniform(1e-4, 1));
                double momentum = method.equals("sgd") ? trial.suggest("momentum", uniform(0, 1)) : 0;
                assertThat(trial.suggest("rate", logUniform(1e-4, 1))).isEqualTo(rate);
                return Math.abs(Math.log10(rate) + 2) + momentum;
            });

            assertThat(result.trials())
                    .allMatch(trial -> trial.point().has("momentum")
                            == trial.point().find("method").orElseThrow().equals("sgd"));
            assertThat(result.best().value()).isLessThan(0.3);
        }
    }

    @Test
    void aNameHasOneRange() throws IOException {
        try (Study study = Study.minimize("cost").space(SPACE).trials(3).open()) {
            StudyResult result = study.run(trial -> trial.suggest("rate", uniform(0, 1)));

            assertThat(result.trials())
                    .allSatisfy(trial -> assertThat(trial.reason())
                            .contains("two ranges are called rate: uniform(0, 1), and before logUniform(1e-6, 10)"));
        }
    }

    @Test
    void trialsThatFailDivergeOrArePrunedAreNotedAndTheStudyGoesOn() throws IOException {
        try (Study study = Study.minimize("loss")
                .space(SPACE)
                .pruner(new MedianPruner(1, 0))
                .lag(1)
                .trials(8)
                .open()) {
            StudyResult result = study.run(trial -> switch (trial.number()) {
                case 0 -> {
                    trial.report(1, 1);
                    yield 1;
                }
                case 1 -> throw new IllegalStateException("no data");
                case 2 -> {
                    assertThat(trial.report(1, 0.5)).isEqualTo(Advice.GO_ON);
                    assertThat(trial.report(2, Double.NaN)).isEqualTo(Advice.STOP);
                    yield 0;
                }
                case 3 -> Double.POSITIVE_INFINITY;
                case 4 -> {
                    trial.report(1, 0.1);
                    assertThat(trial.report(2, 100.1)).isEqualTo(Advice.STOP);
                    yield 100.1;
                }
                case 5 -> {
                    assertThat(trial.report(1, 1.5)).isEqualTo(Advice.STOP);
                    yield 0;
                }
                case 6 -> throw new StackOverflowError();
                default -> {
                    trial.diverged("weights are NaN");
                    yield 0.1;
                }
            });

            assertThat(result.trials())
                    .extracting(TrialRecord::state)
                    .containsExactly(
                            State.COMPLETED,
                            State.FAILED,
                            State.DIVERGED,
                            State.DIVERGED,
                            State.DIVERGED,
                            State.PRUNED,
                            State.FAILED,
                            State.DIVERGED);
            List<String> reasons =
                    result.trials().stream().map(TrialRecord::reason).toList();
            assertThat(reasons.get(1))
                    .startsWith("java.lang.IllegalStateException: no data at dev.gradwright.search.StudyTest");
            assertThat(reasons.get(2)).isEqualTo("loss is NaN after epoch 2");
            assertThat(reasons.get(3)).isEqualTo("loss is Infinity");
            assertThat(reasons.get(4)).isEqualTo("loss exploded: 100.1 after epoch 2, from 0.1000 at first");
            assertThat(reasons.get(5)).contains("worse than the median of others, 1.000");
            assertThat(reasons.get(7)).isEqualTo("weights are NaN");
            assertThat(result.trials().get(5).value()).isEqualTo(1.5);
            assertThat(result.trials().get(7).value()).isNaN();
            assertThat(result.best().number()).isZero();
        }
    }

    @Test
    void noTrialIsPrunedAfterItsLastEpoch() throws IOException {
        try (Study study = Study.minimize("loss")
                .pruner(Pruner.successiveHalving(1))
                .epochs(1)
                .lag(1)
                .trials(5)
                .open()) {
            StudyResult result = study.run(trial -> {
                assertThat(trial.report(trial.epochs(), trial.number())).isEqualTo(Advice.GO_ON);
                return trial.number();
            });
            assertThat(result.trials()).allMatch(TrialRecord::isCompleted);
        }
    }

    @Test
    void limitsOfTrialsTimeTargetAndPointsEndARun() throws IOException {
        try (Study study = Study.minimize("x").space(SPACE).target(0.5).open()) {
            StudyResult result = study.run(trial -> 3 - trial.number());
            assertThat(result.stop()).isEqualTo(StudyResult.Stop.TARGET);
            assertThat(result.trials()).hasSize(4);
        }
        try (Study study =
                Study.minimize("x").space(SPACE).time(Duration.ofMillis(50)).open()) {
            assertThat(study.run(trial -> {
                                Thread.sleep(10);
                                return 1;
                            })
                            .stop())
                    .isEqualTo(StudyResult.Stop.TIME);
        }
        Space small = Space.empty().with("a", choice(true, false)).with("b", integer(1, 3));
        try (Study study =
                Study.minimize("x").space(small).sampler(Sampler.grid(3)).open()) {
            StudyResult result = study.run(trial -> 1);
            assertThat(result.stop()).isEqualTo(StudyResult.Stop.POINTS);
            assertThat(result.trials())
                    .extracting(TrialRecord::point)
                    .doesNotHaveDuplicates()
                    .hasSize(6);
        }
        try (Study study = Study.minimize("x").space(SPACE).trials(100).open()) {
            assertThat(study.run(trial -> {
                                if (trial.number() == 2) {
                                    study.stop();
                                }
                                return 1;
                            })
                            .trials())
                    .hasSize(3);
        }
        try (Study endless = Study.minimize("x").space(SPACE).open()) {
            assertThatThrownBy(() -> endless.run(trial -> 1)).hasMessageContaining("the study would never end");
        }
    }

    @Test
    void anInterruptedRunLeavesItsTrialToBeRunAgain() throws IOException {
        try (Study study = Study.minimize("x").space(SPACE).trials(4).open()) {
            List<Long> seeds = new ArrayList<>();
            StudyResult broken = study.run(trial -> {
                if (trial.number() == 2) {
                    seeds.add(trial.seed());
                    throw new InterruptedException();
                }
                return 1;
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(broken.stop()).isEqualTo(StudyResult.Stop.STOPPED);
            assertThat(broken.trials()).hasSize(2);

            StudyResult rest = study.run(trial -> {
                if (trial.number() == 2) {
                    seeds.add(trial.seed());
                }
                return 1;
            });
            assertThat(rest.trials()).hasSize(4).allMatch(trial -> trial.attempt() == 1);
            assertThat(seeds).hasSize(2).containsOnly(seeds.get(0));
        }
    }

    @Test
    void trialsMayBeAskedForAndTold() throws IOException {
        try (Study study = Study.minimize("x")
                .space(SPACE)
                .sampler(Sampler.tpe())
                .lag(2)
                .trials(4)
                .open()) {
            Trial first = study.ask();
            Trial second = study.ask();
            assertThatThrownBy(study::ask).hasMessageContaining("trial 2 depends on the results of all trials up to 0");
            study.tell(first, 0.5);
            Trial third = study.ask();
            study.fail(second, "out of coffee");
            study.tell(third, 0.4);
            study.tell(study.ask(), 0.6);

            assertThat(study.best().orElseThrow().number()).isEqualTo(2);
            assertThat(study.trials().get(1).reason()).isEqualTo("out of coffee");
            assertThatThrownBy(study::ask).hasMessage("the study has had its 4 trials");
            assertThatThrownBy(() -> study.tell(first, 0.3)).hasMessageContaining("trial 0 has ended before");
        }
    }

    @Test
    void settingsThatDoNotFitAreRefused() {
        assertThatThrownBy(() ->
                        Study.minimize("x").sampler(Sampler.tpe()).workers(5).open())
                .hasMessageContaining("call lag(5) or more, or use fewer workers");
        assertThatThrownBy(() -> Study.minimize("x").trials(0)).hasMessage("a number of trials of 0; use at least 1");
        assertThatThrownBy(() -> Study.minimize("x").time(Duration.ZERO)).hasMessageContaining("more than nothing");
        assertThatThrownBy(() -> Study.minimize("x").explosion(1)).hasMessageContaining("use more than 1");
    }

    @Test
    void epochsHaveToIncreaseAndBeKnown() throws IOException {
        try (Study study = Study.minimize("x").space(SPACE).trials(2).open()) {
            StudyResult result = study.run(trial -> {
                if (trial.number() == 1) {
                    return trial.epochs();
                }
                trial.report(2, 1);
                trial.report(2, 1);
                return 1;
            });
            assertThat(result.trials().get(0).reason())
                    .contains("reports epoch 2 after 2; epochs begin at 1 and increase");
            assertThat(result.trials().get(1).reason()).contains("call epochs(...) when making it");
        }
    }

    @Test
    void progressAndFindingsAreTold() throws IOException {
        List<String> told = new ArrayList<>();
        Space odd = Space.empty().with("learningRate", uniform(0, 10));
        try (Study study = Study.minimize("x")
                .space(odd)
                .trials(20)
                .progress(new Progress() {
                    @Override
                    public void ended(TrialRecord trial, Standing standing) {
                        told.add(standing.ended() + " of " + standing.limit().orElseThrow() + ", best "
                                + standing.best().orElseThrow().number());
                    }

                    @Override
                    public void found(Finding finding) {
                        told.add(finding.rule());
                    }
                })
                .open()) {
            StudyResult result = study.run(trial -> 10 - trial.real("learningRate"));

            assertThat(told)
                    .hasSize(22)
                    .startsWith("linear-range", "1 of 20, best 0")
                    .endsWith("border");
            assertThat(result.findings()).extracting(Finding::rule).containsExactly("linear-range", "border");
        }
    }

    @Test
    void withoutACompletedTrialThereIsNoBestButAReason() throws IOException {
        try (Study study = Study.minimize("x").space(SPACE).trials(2).open()) {
            StudyResult result = study.run(trial -> {
                throw new IOException("disk full");
            });
            assertThatThrownBy(result::best)
                    .hasMessageContaining("none of 2 trials was completed")
                    .hasMessageContaining("disk full");
        }
    }
}
