package dev.gradwright.train.sanity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.DataSet;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import dev.gradwright.train.objective.BatchLoss;
import dev.gradwright.train.objective.Reduction;
import dev.gradwright.train.sanity.SanityVerdict.Outcome;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Each check passes a healthy model and fails one that is made to fail it. */
class SanityChecksTest {

    private final Examples<DMatrixRMaj, int[]> data = Clouds.of(300, 4, 3, 0.3, 1);
    private final SmallNet net = new SmallNet(4, 16, 3, 5);

    private static double loss(SmallNetGradient gradient, Batch<DMatrixRMaj, int[]> batch) {
        return gradient.lossValueAndGradient(batch.inputs(), batch.labels());
    }

    private Trainer<SmallNetGradient, Batch<DMatrixRMaj, int[]>> trainer(
            DataSet<Batch<DMatrixRMaj, int[]>> examples, BatchLoss<SmallNetGradient, Batch<DMatrixRMaj, int[]>> loss) {
        return Trainer.of(examples, () -> SmallNetGradient.of(net), loss)
                .regularization(1e-3, SmallNetGradient::penalty, SmallNetGradient::penaltyBackward);
    }

    private static SanityReport check(Trainer<?, ?> trainer) {
        return SanityChecks.of(trainer.problem()).chance(Chance.softmax(3)).run();
    }

    private SanityVerdict failure(String check, SanityReport report) {
        SanityVerdict verdict = report.of(check);
        assertThat(verdict.outcome()).as("%s", report).isEqualTo(Outcome.FAILED);
        return verdict;
    }

    @Test
    void healthyModelPassesEverything() {
        SanityReport report = check(trainer(data, SanityChecksTest::loss));

        assertThat(report.verdicts())
                .as("%s", report)
                .allSatisfy(verdict -> assertThat(verdict.outcome())
                        .isEqualTo(verdict.check().equals("living layers") ? Outcome.SKIPPED : Outcome.PASSED));
        assertThat(report.verdicts().stream().map(SanityVerdict::check))
                .containsExactly(
                        "finite values",
                        "initial loss",
                        "regularization",
                        "sum or mean",
                        "living layers",
                        "gradient",
                        "gradient after burn-in",
                        "overfit",
                        "labels matter",
                        "inputs matter");
        report.orThrow();
    }

    @Test
    void parametersAreAfterwardsWhatTheyWereBefore() {
        double[] hidden = net.hidden.data.clone();
        check(trainer(data, SanityChecksTest::loss));
        assertThat(net.hidden.data).containsExactly(hidden);

        assertThatThrownBy(() -> check(trainer(data, (gradient, batch) -> {
                    net.hidden.data[0] += 1;
                    throw new IllegalStateException("the loss has failed");
                })))
                .hasMessage("the loss has failed");
        assertThat(net.hidden.data).containsExactly(hidden);
    }

    @Test
    void firstLossAboveChanceIsFound() {
        for (int i = 0; i < net.output.data.length; i++) {
            net.output.data[i] *= 200;
        }
        SanityVerdict verdict = failure("initial loss", check(trainer(data, SanityChecksTest::loss)));

        assertThat(verdict.expected()).isEqualTo(Math.log(3));
        assertThat(verdict.sentence()).contains("softmax over 3 classes: 1.099", "smaller weights in the last layer");
    }

    @Test
    void firstLossBelowChanceIsFound() {
        SanityReport report = check(trainer(data, (gradient, batch) -> 0.5 * loss(gradient, batch)));

        assertThat(failure("initial loss", report).sentence()).contains("Less than chance");
    }

    @Test
    void chanceIsNotGuessed() {
        SanityReport report =
                SanityChecks.of(trainer(data, SanityChecksTest::loss).problem()).run();

        assertThat(report.of("initial loss").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(report.isHealthy()).isTrue();
    }

    @Test
    void penaltyThatDoesNotRaiseTheLossIsFound() {
        SanityReport negative = check(trainer(data, SanityChecksTest::loss)
                .regularization(
                        1e-3, gradient -> -gradient.penalty(), (gradient, seed) -> gradient.penaltyBackward(-seed)));
        assertThat(failure("regularization", negative).sentence()).contains("does not rise");

        SanityReport flat = check(trainer(data, SanityChecksTest::loss)
                .regularization(1e-3, SmallNetGradient::penalty, (gradient, seed) -> {}));
        assertThat(failure("regularization", flat).sentence()).contains("its gradient is zero");

        SanityReport fixed = check(trainer(data, SanityChecksTest::loss)
                .regularization(1e-3, SmallNetGradient::penalty, (gradient, seed) -> gradient.penaltyBackward(1)));
        assertThat(failure("regularization", fixed).sentence()).contains("does not grow with the strength");
    }

    @Test
    void sumThatIsSaidToBeAMeanIsFoundAndTheOtherWayRound() {
        BatchLoss<SmallNetGradient, Batch<DMatrixRMaj, int[]>> sum =
                (gradient, batch) -> gradient.sumValueAndGradient(batch.inputs(), batch.labels());

        SanityVerdict verdict = failure("sum or mean", check(trainer(data, sum)));
        assertThat(verdict.value()).isCloseTo(2, offset(1e-9));
        assertThat(verdict.sentence()).contains("reduction(Reduction.SUM)");
        assertThat(check(trainer(data, sum).reduction(Reduction.SUM)).failures())
                .isEmpty();
        failure("sum or mean", check(trainer(data, SanityChecksTest::loss).reduction(Reduction.SUM)));
    }

    @Test
    void gradientOfASumBesideALossThatIsAMeanIsFound() {
        SanityReport report = check(trainer(
                data,
                (gradient, batch) ->
                        gradient.sumValueAndGradient(batch.inputs(), batch.labels()) / batch.labels().length));

        assertThat(failure("sum or mean", report).value()).isCloseTo(2, offset(1e-9));
        failure("gradient", report);
    }

    @Test
    void wrongGradientIsFoundByName() {
        SanityReport report = check(trainer(data, (gradient, batch) -> {
            double loss = loss(gradient, batch);
            gradient.parameters().get("output.bias").gradient(0)[1] *= 1.5;
            return loss;
        }));

        assertThat(failure("gradient", report).sentence()).contains("output.bias", "[1]");
    }

    @Test
    void gradientThatIsWrongOnlyLaterIsFound() {
        SanityReport report = check(trainer(data, (gradient, batch) -> {
            double loss = loss(gradient, batch);
            gradient.parameters().get("hidden.bias").gradient(0)[0] *= Math.abs(net.hiddenBias[0]) > 0.005 ? 0 : 1;
            return loss;
        }));

        assertThat(report.of("gradient").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(failure("gradient after burn-in", report).sentence()).contains("hidden.bias");
    }

    @Test
    void examplesThatAreNotLearnedByHeartAreFound() {
        SanityReport report = SanityChecks.of(
                        trainer(data, SanityChecksTest::loss).problem())
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.sgd(1e-6)))
                .run();

        assertThat(failure("overfit", report).sentence()).contains("20 examples", "in 500 steps", "optimizer's rate");
    }

    @Test
    void labelsThatHaveNothingToDoWithTheInputsAreFound() {
        SanityReport report = check(trainer(data.withShuffledTargets(3).orElseThrow(), SanityChecksTest::loss));

        assertThat(failure("labels matter", report).sentence()).contains("whether each belongs to its input");
    }

    @Test
    void modelThatDoesNotLookAtItsInputsIsFound() {
        SanityReport report = check(trainer(data, (gradient, batch) -> {
            batch.inputs().zero();
            return loss(gradient, batch);
        }));

        assertThat(failure("inputs matter", report).sentence()).contains("does not look at its inputs");
    }

    @Test
    void fewExamplesOfOneClassTellNothingOfInputs() {
        DMatrixRMaj inputs = new DMatrixRMaj(10, 4);
        SanityReport report = check(trainer(Examples.of(inputs, new int[10], 3), SanityChecksTest::loss));

        assertThat(report.of("inputs matter").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(report.of("labels matter").outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void firstValueThatIsNotFiniteIsNamedAndNothingElseIsLookedAt() {
        SanityReport ofLoss = check(trainer(data, (gradient, batch) -> {
            double loss = loss(gradient, batch);
            for (int i = 0; i < batch.labels().length; i++) {
                loss += batch.inputs().get(i, 0) == input(7) ? Double.POSITIVE_INFINITY : 0;
            }
            return loss;
        }));
        assertThat(failure("finite values", ofLoss).sentence()).contains("the loss is Infinity for example 7.");
        assertThat(ofLoss.verdicts()).hasSize(1);

        SanityReport ofGradient = check(trainer(data, (gradient, batch) -> {
            double loss = loss(gradient, batch);
            gradient.parameters().get("hidden.weight").gradient(0)[5] = Double.NaN;
            return loss;
        }));
        assertThat(failure("finite values", ofGradient).sentence())
                .contains("its gradient of hidden.weight (4x16) is NaN at index 5");

        net.outputBias[2] = Double.NaN;
        assertThat(failure("finite values", check(trainer(data, SanityChecksTest::loss)))
                        .sentence())
                .contains("the parameter output.bias (3) is NaN at index 2");
        assertThatThrownBy(() -> check(trainer(data, SanityChecksTest::loss)).orThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("before training, something is wrong:\nfailed  finite values");
    }

    private double input(int example) {
        Batch<DMatrixRMaj, int[]> one = data.newBatch(1);
        data.copy(new int[] {example}, 0, 1, one);
        return one.inputs().get(0, 0);
    }

    @Test
    void chancesAreThoseOfTheLosses() {
        assertThat(Chance.softmax(10).most()).isEqualTo(Math.log(10));
        assertThat(Chance.softmax(2, new int[] {0, 0, 0, 1}).least())
                .isCloseTo(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25), offset(1e-15));
        assertThat(Chance.softmax(3, new int[] {0, 1, 0, 1}).least()).isCloseTo(Math.log(2), offset(1e-15));
        assertThat(Chance.hinge(10, 1).most()).isEqualTo(9);
        assertThat(Chance.binary(0.5).least()).isCloseTo(Math.log(2), offset(1e-15));
        assertThat(Chance.binary(0).least()).isZero();
        assertThat(Chance.squaredError(0.5, 1, 3)).isEqualTo(new Chance("squared error", 0.5, 2.5));
        assertThatThrownBy(() -> Chance.softmax(1)).hasMessageContaining("use 2 or more");
        assertThatThrownBy(() -> Chance.binary(2)).hasMessageContaining("use a number from 0 to 1");
    }

    @Test
    void firstLossOfUnevenClassesMayBeThatOfTheirFrequencies() {
        int[] labels = new int[100];
        Arrays.fill(labels, 0, 10, 1);
        Arrays.fill(labels, 10, 13, 2);
        DMatrixRMaj inputs = new DMatrixRMaj(100, 4);
        net.outputBias[0] = Math.log(0.87);
        net.outputBias[1] = Math.log(0.10);
        net.outputBias[2] = Math.log(0.03);
        Trainer<?, ?> trainer = trainer(Examples.of(inputs, labels, 3), SanityChecksTest::loss);

        SanityReport knowing = SanityChecks.of(trainer.problem())
                .chance(Chance.softmax(3, labels))
                .run();
        assertThat(knowing.of("initial loss").outcome()).isEqualTo(Outcome.PASSED);
        SanityReport even =
                SanityChecks.of(trainer.problem()).chance(Chance.softmax(3)).run();
        failure("initial loss", even);
    }
}
