package dev.gradwright.monitor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule on both sides of its threshold. */
class RulesTest {

    private final Measurements measurements = new Measurements();

    private RulesTest with(String tag, double... values) {
        for (double value : values) {
            measurements.add(tag, 1, value);
        }
        return this;
    }

    private Optional<Finding> look(Rule rule, String tag) {
        assertThat(rule.isAbout(tag)).isTrue();
        return rule.look(tag, measurements);
    }

    private static void found(Optional<Finding> finding, String subject, double value, double threshold) {
        assertThat(finding).hasValueSatisfying(it -> {
            assertThat(it.subject()).isEqualTo(subject);
            assertThat(it.value()).isEqualTo(value);
            assertThat(it.threshold()).isEqualTo(threshold);
            assertThat(it.sentence()).endsWith(".");
            assertThat(it.remedy()).endsWith(".");
            assertThat(it.reading()).isNotEmpty();
        });
    }

    @Test
    void aLossThatRisesByMoreThanItsErrorsExplain() {
        with(Tags.LOSS, 2).with(Tags.SMOOTHED_LOSS, 2).with(Tags.SLOPE, 0.3).with(Tags.SLOPE_ERROR, 0.04);
        found(look(new RisingLoss(), Tags.SMOOTHED_LOSS), "", 0.3, 0.2);
        with(Tags.SLOPE_ERROR, 0.06);
        assertThat(look(new RisingLoss(), Tags.SMOOTHED_LOSS)).isEmpty();
        with(Tags.SMOOTHED_LOSS, 5);
        found(look(new RisingLoss(), Tags.SMOOTHED_LOSS), "", 2.5, 2);
    }

    @Test
    void aFlatLossMattersOnlyWhileLittleIsLearned() {
        with(Tags.LOSS, 2).with(Tags.SMOOTHED_LOSS, 1.9).with(Tags.SLOPE, -0.01);
        found(look(new FlatLoss(), Tags.SLOPE), "", -0.01, -0.05);
        with(Tags.SMOOTHED_LOSS, 0.2);
        assertThat(look(new FlatLoss(), Tags.SLOPE)).isEmpty();
    }

    @Test
    void jitterTellsWhatSizeOfBatchWouldDo() {
        with(Tags.LOSS, 2).with(Tags.SMOOTHED_LOSS, 1).with(Tags.BATCH_SIZE, 4).with(Tags.JITTER, 1.5);
        Optional<Finding> finding = look(new LossJitter(), Tags.JITTER);
        found(finding, "", 1.5, 0.75);
        assertThat(finding.orElseThrow().sentence()).contains("batches of 16 would");
        with(Tags.SMOOTHED_LOSS, 0.1);
        assertThat(look(new LossJitter(), Tags.JITTER)).isEmpty();
    }

    @Test
    void lossesThatDependOnEachOtherButNotThoseThatFallFast() {
        with(Tags.SLOPE, -0.5).with(Tags.DURBIN_WATSON, 0.6).with(Tags.JITTER, 0.2);
        found(look(new UnshuffledData(), Tags.JITTER), "", 0.6, 1.2);
        with(Tags.SLOPE, -2);
        assertThat(look(new UnshuffledData(), Tags.JITTER)).isEmpty();
    }

    @Test
    void updatesOnBothSidesOfTheBand() {
        with(Tags.LOSS, 2)
                .with(Tags.SMOOTHED_LOSS, 1.9)
                .with("ratio/a", 0.5)
                .with("ratio/b", 1e-3)
                .with("ratio/c", 0);
        assertThat(look(new UpdateRatio(), "ratio/a").orElseThrow().threshold()).isEqualTo(1e-2);
        assertThat(look(new UpdateRatio(), "ratio/b")).isEmpty();
        found(look(new UpdateRatio(), "ratio/c"), "c", 0, 1e-4);
        with(Tags.SMOOTHED_LOSS, 0.1);
        assertThat(look(new UpdateRatio(), "ratio/c")).isEmpty();
    }

    @Test
    void aGapInAccuracy() {
        with("gap/accuracy", 0.15);
        found(look(new Overfitting(), "gap/accuracy"), "", 0.15, 0.1);
        with("gap/accuracy", 0.05);
        assertThat(look(new Overfitting(), "gap/accuracy")).isEmpty();
    }

    @Test
    void aValidationLossThatWasLowerBefore() {
        with(Tags.VALIDATION_LOSS, 1, 0.5, 1);
        found(look(new WorseningValidation(), Tags.VALIDATION_LOSS), "", 2, 4 / 3.0);
        with(Tags.VALIDATION_LOSS, 0.6);
        assertThat(look(new WorseningValidation(), Tags.VALIDATION_LOSS)).isEmpty();
    }

    @Test
    void layersThatSaturateOrDie() {
        with("saturation/tanh", 0.6)
                .with("saturation/other", 0.4)
                .with("dead/relu", 30)
                .with("dead/other", 20);
        found(look(new Saturation(), "saturation/tanh"), "tanh", 0.6, 0.5);
        assertThat(look(new Saturation(), "saturation/other")).isEmpty();
        found(look(new DeadUnits(), "dead/relu"), "relu", 30, 25);
        assertThat(look(new DeadUnits(), "dead/other")).isEmpty();
    }

    @Test
    void gradientsThatVanish() {
        with("gradient share/first", 1e-5).with("gradient share/last", 1);
        found(look(new VanishingGradient(), "gradient share/first"), "first", 1e-5, 1e-3);
        assertThat(look(new VanishingGradient(), "gradient share/last")).isEmpty();
    }

    @Test
    void gradientsThatJumpOrAreTooLargeInAnyCase() {
        with(Tags.GRADIENT_NORM, 0.01, 0.01, 0.01, 0.01, 5);
        assertThat(look(new ExplodingGradient(), Tags.GRADIENT_NORM)).isPresent();
        with(Tags.GRADIENT_NORM, 0.01);
        assertThat(look(new ExplodingGradient(), Tags.GRADIENT_NORM)).isEmpty();
        Measurements first = new Measurements();
        first.add(Tags.GRADIENT_NORM, 0, 2000);
        found(new ExplodingGradient().look(Tags.GRADIENT_NORM, first), "", 2000, 1000);
    }

    @Test
    void aPenaltyMattersOnlyWhileMuchIsLeftToLearn() {
        with(Tags.LOSS, 2).with(Tags.SMOOTHED_LOSS, 2).with(Tags.PENALTY_SHARE, 0.6);
        found(look(new DominatingPenalty(), Tags.PENALTY_SHARE), "", 0.6, 0.5);
        with(Tags.SMOOTHED_LOSS, 0.1);
        assertThat(look(new DominatingPenalty(), Tags.PENALTY_SHARE)).isEmpty();
    }

    @Test
    void ofLossesBelowZeroNobodyKnowsHowMuchIsLeft() {
        with(Tags.LOSS, -5).with(Tags.SMOOTHED_LOSS, -20);
        assertThat(measurements.lossLeft()).isEqualTo(1);
    }
}
