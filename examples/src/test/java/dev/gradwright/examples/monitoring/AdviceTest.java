package dev.gradwright.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.advice.UpdateRatio;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings on the digits that are made to go wrong, each found by the rule for it; and such that go well, in which nothing is found. */
class AdviceTest {

    private static Notebook run(long seed, Consumer<DigitRun> change) {
        DigitRun run = new DigitRun();
        run.seed = seed;
        change.accept(run);
        return run.run();
    }

    private static Notebook run(Consumer<DigitRun> change) {
        return run(1, change);
    }

    private static List<String> subjects(Notebook notebook, String rule) {
        return notebook.findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::subject)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsFoundInAHealthyTraining(long seed) {
        Notebook notebook = run(seed, run -> {});
        assertThat(notebook.findings).isEmpty();
        assertThat(last(notebook, "validation/accuracy")).isGreaterThan(0.94);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nothingIsFoundInAHealthyTrainingOfADeeperNetwork(long seed) {
        assertThat(run(seed, run -> {
                            run.depth = 3;
                            run.kind = DeepNetwork.TANH;
                        })
                        .findings)
                .isEmpty();
    }

    @Test
    void nothingIsFoundWithSmallBatchesAndARateThatSuitsThem() {
        assertThat(run(run -> {
                            run.batch = 8;
                            run.rate = 0.01;
                        })
                        .findings)
                .isEmpty();
    }

    @Test
    void aRateAHundredTimesTooHighMakesTheLossRiseAndKillsUnits() {
        Notebook notebook = run(run -> run.rate = 5);
        assertThat(notebook.rules()).contains("loss-rising", "dead-units");
        assertThat(subjects(notebook, "dead-units")).contains("relu");
    }

    @Test
    void aRateTenTimesTooHighMakesUpdatesTooLargeAndValidationWorse() {
        Notebook notebook = run(run -> run.rate = 0.5);
        assertThat(notebook.rules()).contains("update-ratio", "validation-loss");
        assertThat(notebook.findings)
                .filteredOn(finding -> finding.rule().equals("update-ratio"))
                .allSatisfy(finding -> assertThat(finding.value()).isGreaterThan(1e-2));
    }

    @Test
    void aRateTooLowMakesUpdatesSmallAndTheLossFlat() {
        Notebook notebook = run(run -> run.rate = 1e-5);
        assertThat(notebook.rules()).containsExactlyInAnyOrder("update-ratio", "loss-flat");
        assertThat(notebook.findings)
                .filteredOn(finding -> finding.rule().equals("update-ratio"))
                .allSatisfy(finding -> assertThat(finding.value()).isLessThan(1e-4));
    }

    @Test
    void examplesInOrderAreSeenByTheLosses() {
        assertThat(run(run -> {
                            run.isSorted = true;
                            run.rate = 0.01;
                        })
                        .rules())
                .contains("data-order");
    }

    @Test
    void batchesOfOneExampleMakeTheLossJitter() {
        Notebook notebook = run(run -> {
            run.batch = 1;
            run.rate = 0.005;
            run.epochs = 1;
        });
        assertThat(notebook.rules()).containsExactly("loss-jitter");
    }

    @Test
    void largeWeightsSaturateTanh() {
        Notebook notebook = run(run -> {
            run.depth = 3;
            run.kind = DeepNetwork.TANH;
            run.deviation = 15;
            run.epochs = 3;
        });
        assertThat(subjects(notebook, "saturation")).containsExactly("tanh", "tanh#2", "tanh#3");
    }

    @Test
    void smallWeightsLetNothingThrough() {
        Notebook notebook = run(run -> {
            run.depth = 8;
            run.kind = DeepNetwork.TANH;
            run.deviation = 0.2;
            run.epochs = 6;
        });
        assertThat(notebook.rules()).contains("loss-flat");
    }

    @Test
    void gradientsVanishInADeepNetworkOfLogisticFunctions() {
        Notebook notebook = run(run -> {
            run.depth = 8;
            run.kind = DeepNetwork.LOGISTIC;
            run.penalty = 0;
            run.epochs = 3;
        });
        assertThat(subjects(notebook, "vanishing-gradient")).contains("layers[0].weight", "layers[1].weight");
    }

    @Test
    void largeWeightsExplodeInADeepNetworkOfRectifiers() {
        Notebook notebook = run(run -> {
            run.depth = 8;
            run.deviation = 3;
            run.epochs = 1;
        });
        assertThat(notebook.rules()).containsExactly("exploding-gradient", "not-finite");
        assertThat(subjects(notebook, "not-finite")).containsExactly("train/loss");
    }

    @Test
    void fewExamplesWithoutRegularizationAreLearnedByHeart() {
        Notebook notebook = run(run -> {
            run.examples = 60;
            run.epochs = 40;
            run.penalty = 0;
        });
        assertThat(notebook.rules()).contains("overfitting");
    }

    @Test
    void aStrongPenaltyDominates() {
        assertThat(run(run -> run.penalty = 1).rules()).contains("regularization", "loss-flat");
    }

    @Test
    void weightsThatBeginAtZeroLeaveUnitsDead() {
        assertThat(run(run -> run.deviation = 0).rules()).containsExactlyInAnyOrder("loss-flat", "dead-units");
    }

    @Test
    void aRuleWithOtherThresholdsTakesThePlaceOfTheUsualOne() {
        Notebook notebook = run(run -> {
            run.rate = 0.5;
            run.settings = monitors -> monitors.rule(new UpdateRatio(1e-6, 1, 0.5));
        });
        assertThat(notebook.rules()).doesNotContain("update-ratio").isNotEmpty();
    }

    private static double last(Notebook notebook, String tag) {
        List<Double> values = notebook.scalars.get(tag);
        return values.get(values.size() - 1);
    }
}
