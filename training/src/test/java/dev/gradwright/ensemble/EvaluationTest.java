package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final int[] LABELS = {0, 1, 2, 0};

    /** Each is wrong once, at another example, so that the majority is always right. */
    private static final Ensemble<DMatrixRMaj> MAJORITY = Ensemble.of(
            List.of(
                    LinearModel.saying("a", scores(1, 1, 2, 0)),
                    LinearModel.saying("b", scores(0, 2, 2, 0)),
                    LinearModel.saying("c", scores(0, 1, 0, 0))),
            Combination.VOTE);

    @Test
    void anEnsembleOfDifferentMembersIsBetterThanItsBest() {
        Evaluation evaluation = MAJORITY.evaluate(null, LABELS);

        assertThat(evaluation.ensemble().accuracy()).isEqualTo(1);
        assertThat(evaluation.bestAccuracy()).isEqualTo(0.75);
        assertThat(evaluation.meanAccuracy()).isEqualTo(0.75);
        assertThat(evaluation.examples()).isEqualTo(4);
    }

    @Test
    void disagreementIsTheShareOfDifferentAnswers() {
        Evaluation evaluation = MAJORITY.evaluate(null, LABELS);

        assertThat(evaluation.disagreement())
                .isDeepEqualTo(new double[][] {{0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}});
        assertThat(evaluation.meanDisagreement()).isCloseTo(0.5, EXACTLY);
    }

    @Test
    void theGainOfAMemberIsWhatTheEnsembleLosesWithoutIt() {
        // without a: b and c are of two minds about examples 1 and 2, and the first class of two is taken: 1 is right,
        // 0 is wrong
        Evaluation evaluation = MAJORITY.evaluate(null, LABELS);

        assertThat(evaluation.members().get(0).gain()).isEqualTo(0.25);
        assertThat(evaluation.members())
                .extracting(Evaluation.MemberResult::soFar)
                .containsExactly(0.75, 1.0, 1.0);
    }

    @Test
    void aMemberAloneHasNoGain() {
        var alone = Ensemble.of(List.of(LinearModel.saying("a", scores(0, 0, 0, 0))), Combination.VOTE);

        Evaluation evaluation = alone.evaluate(null, LABELS);

        assertThat(evaluation.members().get(0).gain()).isNaN();
        assertThat(evaluation.meanDisagreement()).isZero();
    }

    @Test
    void theLogLossIsTheMeanOfLogarithmsOfTheRightProbabilities() {
        DMatrixRMaj probabilities = new DMatrixRMaj(new double[][] {{0.5, 0.5}, {0.25, 0.75}});

        Quality quality = Quality.of(probabilities, new int[] {0, 0});

        assertThat(quality.logLoss()).isCloseTo(-(Math.log(0.5) + Math.log(0.25)) / 2, EXACTLY);
        assertThat(quality.accuracy()).isEqualTo(0.5);
    }

    @Test
    void aRightClassWithProbabilityZeroMakesTheLogLossInfinite() {
        assertThat(Quality.of(new DMatrixRMaj(new double[][] {{1, 0}}), new int[] {1})
                        .logLoss())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void theCalibrationErrorWeighsTheGapsOfTheBins() {
        // in the bin (0.8, 0.867]: two answers with 0.85, one right; in (0.533, 0.6]: two with 0.6, both right
        DMatrixRMaj probabilities =
                new DMatrixRMaj(new double[][] {{0.85, 0.15}, {0.15, 0.85}, {0.6, 0.4}, {0.6, 0.4}});

        Quality quality = Quality.of(probabilities, new int[] {0, 0, 0, 0});

        assertThat(quality.calibrationError()).isCloseTo(0.5 * 0.35 + 0.5 * 0.4, EXACTLY);
        assertThat(quality.reliability())
                .hasSize(15)
                .filteredOn(bin -> bin.count() > 0)
                .hasSize(2);
    }

    @Test
    void certaintyIsInTheLastBin() {
        Quality quality = Quality.of(new DMatrixRMaj(new double[][] {{1, 0}}), new int[] {0});

        assertThat(quality.reliability().get(14).count()).isEqualTo(1);
        assertThat(quality.calibrationError()).isZero();
    }

    @Test
    void theReportHasALineForEachMember() {
        assertThat(MAJORITY.evaluate(null, LABELS).toString().lines().map(String::strip))
                .hasSize(7)
                .contains("3 members on 4 examples, combined by VOTE")
                .contains("best member 75.00 %, mean 75.00 %; two members disagree on 50.00 % of the examples")
                .anySatisfy(line -> assertThat(line).startsWith("a ").contains("75.00 %", "+25.00 %"))
                .anySatisfy(line -> assertThat(line).startsWith("ensemble ").contains("100.00 %"));
    }

    @Test
    void labelsThatAreNoClassesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAJORITY.evaluate(null, new int[] {0, 1, 3, 0}))
                .withMessage("label 3 at [2] is no class; there are 3, from 0 to 2");
    }

    @Test
    void tooFewLabelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAJORITY.evaluate(null, new int[] {0}))
                .withMessageStartingWith("there are 1 labels for 4 examples");
    }

    private static double[][] scores(int... classes) {
        double[][] scores = new double[classes.length][3];
        for (int i = 0; i < classes.length; i++) {
            scores[i][classes[i]] = 1;
        }
        return scores;
    }
}
