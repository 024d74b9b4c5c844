package dev.gradwright.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.Outcome;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.Reason;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.report.Verdict;
import dev.gradwright.check.settings.DifferenceMethod;
import dev.gradwright.check.settings.Stage;
import dev.gradwright.check.subject.FunctionGradient;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientCheckTest {

    private static final int SIZE = 1000;

    private static double waves(double[] x) {
        return Arrays.stream(x).map(v -> Math.sin(v) * v).sum();
    }

    private static double[] slopeOfWaves(double[] x) {
        return Arrays.stream(x).map(v -> Math.sin(v) + Math.cos(v) * v).toArray();
    }

    private static GradientCheck waves(UnaryOperator<double[]> fault) {
        double[] x = new Random(5).doubles(SIZE, -2, 2).toArray();
        return GradientCheck.of(GradientCheckTest::waves, at -> fault.apply(slopeOfWaves(at)))
                .at(x);
    }

    private static PassReport only(GradientReport report) {
        assertThat(report.passes()).hasSize(1);
        return report.passes().get(0);
    }

    private static StageReport stage(GradientReport report, Stage stage) {
        return only(report).stages().stream()
                .filter(each -> each.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aRightGradientIsRightByEveryDifference(DifferenceMethod method) {
        GradientReport report =
                waves(slope -> slope).with(settings -> settings.method(method)).run();
        assertThat(report.failures()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void oneWrongCoordinateOfAThousandIsFoundThoughItIsNotInTheSample() {
        GradientReport report = waves(slope -> {
                    slope[617] *= 1.001;
                    return slope;
                })
                .coordinates(20)
                .run();
        InputReport input = only(report).inputs().get(0);
        Coordinate worst = input.worst().orElseThrow();
        assertThat(worst.index()).isEqualTo(617);
        assertThat(worst.reason()).isEqualTo(Reason.LOCATED);
        assertThat(report.failures().get(0)).contains("the gradient of x (1000) at [617] is suspicious: analytic ");
        assertThat(input.coordinates()).hasSizeLessThan(40);
    }

    @Test
    void aFailureNamesEverythingInItsMessage() {
        assertThatThrownBy(() -> GradientCheck.of(x -> x[0] * x[0], x -> new double[] {x[0]})
                        .at(3)
                        .replay("run it again")
                        .orThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("f: the gradient of x (1) at [0] is wrong: analytic 3.0, centred difference 6.0")
                .hasMessageContaining("relative error 5.00e-01")
                .hasMessageContaining("likely cause: x: a factor of 2")
                .hasMessageContaining("replay: run it again");
    }

    @Test
    void aFunctionThatDrawsOfItsOwnIsNotDeterministic() {
        Random random = new Random(1);
        GradientReport report = GradientCheck.of(x -> x[0] * random.nextDouble(), x -> new double[] {1})
                .at(2)
                .run();
        assertThat(stage(report, Stage.DETERMINISM).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.failures().get(0))
                .contains("not deterministic: two evaluations at one point give 1.4617")
                .contains(" at [0]");
        assertThat(stage(report, Stage.COORDINATES).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    private static final class Dropout {
        private final Random random = new Random();
        private boolean[] kept = new boolean[0];

        double value(double[] x) {
            kept = new boolean[x.length];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                kept[i] = random.nextBoolean();
                sum += kept[i] ? x[i] * x[i] : 0;
            }
            return sum;
        }

        double[] gradient(double[] x) {
            double[] gradient = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                gradient[i] = kept[i] ? 2 * x[i] : 0;
            }
            return gradient;
        }
    }

    private record Holder(Object[] layers) {}

    @Test
    void generatorsThatAModelHoldsAreSeededBeforeEachEvaluation() {
        Dropout layer = new Dropout();
        GradientCheck.of(FunctionGradient.<Double>named("dropout")
                        .input("x", new double[] {1, 2, 3, 4, 5, 6})
                        .value(in -> layer.value(in.array("x")))
                        .gradient(in -> Map.of("x", layer.gradient(in.array("x"))))
                        .randomness(new Holder(new Object[] {"name", layer})))
                .orThrow();
    }

    @Test
    void generatorsDoNotReturnToTheirOwnSequence() {
        Random checked = new Random(1);
        Random other = new Random(2);
        for (Random generator : new Random[] {checked, other}) {
            GradientCheck.of(FunctionGradient.<Double>named("scaled")
                            .input("x", new double[] {1})
                            .value(in -> in.array("x")[0] * generator.nextDouble())
                            .gradient(in -> Map.of("x", new double[] {generator.nextDouble()}))
                            .randomness(generator))
                    .orThrow();
        }
        assertThat(checked.nextDouble()).isEqualTo(other.nextDouble());
    }

    @Test
    void aGradientThatSpoilsItsInputIsNamed() {
        GradientReport report = GradientCheck.of(x -> x[0] + x[1], x -> {
                    x[1] += 1;
                    return new double[] {1, 1};
                })
                .at(3, 4)
                .run();
        assertThat(report.failures().get(0))
                .isEqualTo("f: the gradient changes its input x [1]: 4.0 and 5.0 before and after");
    }

    @Test
    void aGradientThatSpoilsItsInputIsOtherwiseCheckedAsIfItDidNot() {
        GradientReport right = GradientCheck.of(x -> x[0] * x[0], x -> {
                    x[0] *= 2;
                    return x;
                })
                .at(1.5)
                .run();
        assertThat(right.failures())
                .containsExactly("f: the gradient changes its input x [0]: 1.5 and 3.0 before and after");
        assertThat(stage(right, Stage.COORDINATES).outcome()).isEqualTo(Outcome.PASSED);

        GradientReport wrong = GradientCheck.of(x -> x[0] * x[0], x -> {
                    x[0] *= 3;
                    return x;
                })
                .at(1.5)
                .run();
        assertThat(wrong.failures()).hasSize(3);
        assertThat(wrong.failures().get(1)).contains("the gradient of x (1) at [0] is wrong: analytic 4.5");
        assertThat(wrong.failures().get(2)).contains("analytic / numeric is 1.50000 at [0]");
    }

    @Test
    void aGradientWithSomethingLeftOverIsNamed() {
        double[] kept = new double[2];
        GradientReport report = GradientCheck.of(x -> x[0] + 2 * x[1], x -> {
                    kept[0] += 1;
                    kept[1] += 2;
                    return kept.clone();
                })
                .at(3, 4)
                .run();
        assertThat(stage(report, Stage.SECOND_BACKWARD).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.isRight()).isFalse();
    }

    private static FunctionGradient<double[]> scaled(double tangentFactor, double offset) {
        return FunctionGradient.<double[]>named("scaled")
                .input("x", new double[] {1, -2})
                .value(in ->
                        new double[] {3 * in.array("x")[0], 5 * in.array("x")[1], in.array("x")[0] * in.array("x")[1]})
                .pullback((in, seed) -> {
                    double[] x = in.array("x");
                    return Map.of(
                            "x", new double[] {3 * seed[0] + seed[2] * x[1] + offset, 5 * seed[1] + seed[2] * x[0]});
                })
                .pushforward((in, direction) -> {
                    double[] x = in.array("x");
                    double[] d = direction.array("x");
                    return new double[] {3 * d[0], 5 * d[1] * tangentFactor, x[0] * d[1] + d[0] * x[1]};
                });
    }

    @Test
    void tangentAndAdjointAreComparedByDotProduct() {
        assertThat(stage(GradientCheck.of(scaled(1, 0)).run(), Stage.DOT_PRODUCT)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(stage(GradientCheck.of(scaled(1.0001, 0)).run(), Stage.DOT_PRODUCT)
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void aGradientThatIsNotLinearInItsSeedIsNamed() {
        assertThat(stage(GradientCheck.of(scaled(1, 0)).run(), Stage.LINEARITY).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(stage(GradientCheck.of(scaled(1, 1e-6)).run(), Stage.LINEARITY)
                        .text())
                .startsWith("the gradient is not linear in its seed: x [0] is ");
    }

    @Test
    void aForwardHalfThatComputesSomethingElseIsNamed() {
        GradientReport report = GradientCheck.of(scaled(1, 0).forward(in -> new double[] {3, -10, -2.0000001}))
                .run();
        assertThat(report.failures().get(0)).contains("the gradient's forward gives [3.0, -10.0, -2.0000001]");
    }

    @Test
    void kinksAreCountedAndAreNeitherPassNorFailure() {
        GradientReport report = GradientCheck.of(x -> Math.max(0, x[0]) + Math.abs(x[1]), x -> new double[] {0, 0.3})
                .at(0, 0)
                .run();
        assertThat(only(report).count(Verdict.KINK)).isEqualTo(2);
        assertThat(report.isRight()).isTrue();
        Coordinate kink = only(report).inputs().get(0).coordinates().get(1);
        assertThat(kink.kink().orElseThrow().left()).isEqualTo(-1);
        assertThat(kink.kink().orElseThrow().right()).isEqualTo(1);
    }

    @Test
    void aValueOutsideOfTheSlopesAtAKinkIsWrong() {
        GradientReport report = GradientCheck.of(x -> Math.abs(x[0]), x -> new double[] {1.5})
                .at(0)
                .run();
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aTinyLossIsMultipliedUntilItsGradientCanBeSeen() {
        GradientReport right = GradientCheck.of(x -> 1e-13 * Math.exp(x[0]), x -> new double[] {1e-13 * Math.exp(x[0])})
                .at(1)
                .run();
        assertThat(right.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(only(right).lossFactor()).isGreaterThan(1e12);
        GradientReport wrong = GradientCheck.of(x -> 1e-13 * Math.exp(x[0]), x -> new double[] {2e-13 * Math.exp(x[0])})
                .at(1)
                .run();
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aGradientBelowTheNoiseBesideALargeOneIsNamed() {
        GradientReport report = GradientCheck.of(x -> 1e3 * x[0] + 1e-12 * x[1], x -> new double[] {1e3, 5e-12})
                .at(1, 1)
                .run();
        assertThat(only(report).inputs().get(0).coordinates().get(1).verdict()).isEqualTo(Verdict.NOISE);
    }

    @Test
    void differencesStayInTheDomain() {
        GradientReport report = GradientCheck.of(FunctionGradient.<Double>named("root")
                        .input("x", new double[] {1, 4})
                        .within(1, 4)
                        .value(in -> Arrays.stream(in.array("x"))
                                .map(v -> v < 1 || v > 4 ? Double.NaN : Math.sqrt(v))
                                .sum())
                        .gradient(in -> Map.of("x", new double[] {0.5, 0.25})))
                .run();
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void aPointWhereTheFunctionIsNotDefinedIsRefused() {
        GradientReport report = GradientCheck.of(x -> Math.log(x[0]), x -> new double[] {1 / x[0]})
                .at(-1)
                .run();
        assertThat(report.failures().get(0))
                .contains("the result is NaN at [0]; choose a point where the function is defined");
    }

    @Test
    void stagesCanBeLeftOut() {
        GradientReport report = waves(slope -> slope)
                .with(settings -> settings.without(Stage.COORDINATES).without(Stage.SECOND_BACKWARD))
                .run();
        assertThat(stage(report, Stage.COORDINATES).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(stage(report, Stage.SECOND_BACKWARD).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(stage(report, Stage.DIRECTIONS).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void threadsDoNotChangeTheReport() {
        GradientCheck check = waves(slope -> {
                    slope[3] *= 2;
                    return slope;
                })
                .coordinates(SIZE);
        GradientReport alone = check.with(settings -> settings.threads(1)).run();
        GradientReport shared = check.more(() -> waves(slope -> slope))
                .with(settings -> settings.threads(3))
                .run();
        assertThat(shared.passes()).isEqualTo(alone.passes());
    }

    @Test
    void aPenaltyIsCheckedAloneAndTogether() {
        AtomicInteger steps = new AtomicInteger();
        double[] weight = {0.5, -0.25};
        GradientCheck data = GradientCheck.of(FunctionGradient.<Double>named("loss")
                .parameter("weight", weight)
                .value(in -> 1e-3 * Math.exp(in.array("weight")[0]) * in.array("weight")[1])
                .gradient(in -> {
                    double e = 1e-3 * Math.exp(in.array("weight")[0]);
                    return Map.of("weight", new double[] {2 * e * in.array("weight")[1], e});
                }));
        GradientCheck penalty = GradientCheck.of(FunctionGradient.<Double>named("penalty")
                .parameter("weight", weight)
                .value(in ->
                        50 * Arrays.stream(in.array("weight")).map(w -> w * w).sum())
                .gradient(in -> Map.of(
                        "weight",
                        Arrays.stream(in.array("weight")).map(w -> 100 * w).toArray())));
        GradientReport report = data.regularization(penalty)
                .burnIn(2, parameters -> () -> {
                    steps.incrementAndGet();
                    parameters.get("weight").value(0)[0] += 0.1;
                })
                .run();
        assertThat(report.passes())
                .extracting(PassReport::title)
                .containsExactly(
                        "data loss",
                        "penalty",
                        "data loss and penalty",
                        "data loss after 2 steps",
                        "penalty after 2 steps",
                        "data loss and penalty after 2 steps");
        assertThat(report.passes())
                .extracting(PassReport::verdict)
                .startsWith(Verdict.WRONG, Verdict.RIGHT, Verdict.SUSPICIOUS);
        assertThat(report.regularization().get(0).dominates()).isTrue();
        assertThat(report.toString()).contains("the penalty dominates and may hide a wrong data loss");
        assertThat(steps).hasValue(2);
        assertThat(report.passes().get(3).inputs().get(0).coordinates().get(0).value())
                .isEqualTo(0.7);
    }

    @Test
    void aFaultThatTrainingBringsOutIsFound() {
        GradientReport report = GradientCheck.of(
                        x -> x[0] > 0.999 ? x[0] * x[0] : x[0] * x[0] * x[0], x -> new double[] {2 * x[0]})
                .at(1)
                .burnIn(5)
                .run();
        assertThat(report.passes().get(0).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.passes().get(1).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.failures().get(0))
                .startsWith("f, data loss after 5 steps: the gradient of x (1) at [0] is wrong");
    }

    @Test
    void oneCheckMayBeRunByManyThreads() {
        GradientCheck check =
                GradientCheck.of(x -> x[0] * x[0], x -> new double[] {2 * x[0]}).at(3);
        boolean areRight =
                IntStream.range(0, 400).parallel().allMatch(i -> check.run().isRight());
        assertThat(areRight).isTrue();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> GradientCheck.of(null, x -> x).at(1)).hasMessage("the function is null");
        assertThatThrownBy(() -> GradientCheck.of(x -> x[0], null).at(1)).hasMessage("the gradient is null");
        assertThatThrownBy(() -> GradientCheck.of(x -> x[0], x -> x).at()).hasMessageStartingWith("the point is empty");
        assertThatThrownBy(() -> GradientCheck.of(x -> x[0], x -> null).at(1).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the gradient of f gives nothing for x");
        assertThatThrownBy(() ->
                        GradientCheck.of(x -> x[0], x -> new double[2]).at(1).run())
                .hasMessage("the gradient of f for x has the shape 2; x itself has the shape 1");
    }
}
