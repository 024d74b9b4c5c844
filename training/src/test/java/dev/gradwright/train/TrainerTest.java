package dev.gradwright.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.sun.management.ThreadMXBean;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.optimize.ReduceOnPlateau;
import dev.gradwright.optimize.Schedule;
import dev.gradwright.optimize.Sgd;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import dev.gradwright.train.objective.Reduction;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final Logger LOGGER = Logger.getLogger("dev.gradwright.train");

    @BeforeAll
    static void failuresOfHooksAreMeant() {
        LOGGER.setLevel(Level.OFF);
    }

    private final Examples<DMatrixRMaj, int[]> train = Clouds.of(203, 4, 3, 0.3, 1);
    private final Examples<DMatrixRMaj, int[]> valid = Clouds.of(60, 4, 3, 0.3, 2);
    private final SmallNet net = new SmallNet(4, 8, 3, 5);

    private Trainer<SmallNetGradient, Batch<DMatrixRMaj, int[]>> trainer(SmallNet model) {
        return Trainer.of(
                        train,
                        () -> SmallNetGradient.of(model),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.momentum(0.1, 0.9)))
                .batch(32)
                .epochs(10)
                .seed(42);
    }

    private double[] weights(SmallNet model) {
        double[] flat = new double[SmallNetGradient.of(model).parameters().size()];
        SmallNetGradient.of(model).parameters().copyValuesTo(flat);
        return flat;
    }

    @Test
    void learnsWhatCanBeLearned() {
        TrainingResult result = trainer(net)
                .regularization(1e-4, SmallNetGradient::penalty, SmallNetGradient::penaltyBackward)
                .validation(valid, batch -> net.loss(batch.inputs(), batch.labels()))
                .metric("accuracy", batch -> Metrics.accuracy(net.predict(batch.inputs()), batch.labels()))
                .run();

        assertThat(result.stop().reason()).isEqualTo(Stop.Reason.EPOCHS);
        assertThat(result.steps()).isEqualTo(70);
        assertThat(result.epochs()).hasSize(10);
        assertThat(result.metrics().keySet())
                .containsExactly("loss", "accuracy", "validation loss", "validation accuracy");
        assertThat(result.metrics().get("validation accuracy")).isGreaterThan(0.95);
        assertThat(result.metrics().get("validation loss"))
                .isEqualTo(net.loss(all(valid).inputs(), all(valid).labels()));
    }

    private static Batch<DMatrixRMaj, int[]> all(Examples<DMatrixRMaj, int[]> data) {
        Batch<DMatrixRMaj, int[]> batch = data.newBatch(data.size());
        int[] order = new int[data.size()];
        Arrays.setAll(order, i -> i);
        data.copy(order, 0, order.length, batch);
        return batch;
    }

    @Test
    void lossOnValidationDataIsTheSameByModelAndByGradient() {
        SmallNet twin = new SmallNet(4, 8, 3, 5);
        double byModel = trainer(net)
                .validation(valid, batch -> net.loss(batch.inputs(), batch.labels()))
                .run()
                .metrics()
                .get("validation loss");
        double byGradient =
                trainer(twin).validation(valid).shards(3).run().metrics().get("validation loss");

        assertThat(byGradient).isCloseTo(byModel, offset(1e-9));
    }

    @Test
    void hooksAreToldOfEachMomentInOrder() {
        List<String> moments = new ArrayList<>();
        trainer(net)
                .epochs(1)
                .batch(150)
                .validation(valid)
                .hook(new Diary(moments))
                .run();

        assertThat(moments)
                .containsExactly(
                        "train begin, step 0",
                        "epoch begin, step 0",
                        "batch begin, step 0",
                        "before step, step 0",
                        "after step, step 1",
                        "batch end, step 1",
                        "batch begin, step 1",
                        "before step, step 1",
                        "after step, step 2",
                        "batch end, step 2",
                        "validation end, step 2",
                        "epoch end, step 2",
                        "train end, step 2");
    }

    @Test
    void lastBatchIsSmallerOrLeftOut() {
        List<Integer> sizes = new ArrayList<>();
        Hook noting = new Hook() {
            @Override
            public void onBatchEnd(Run run) {
                sizes.add(run.batchSize());
            }
        };
        trainer(net).epochs(1).batch(100).hook(noting).run();
        assertThat(sizes).containsExactly(100, 100, 3);

        sizes.clear();
        trainer(net).epochs(1).batch(100).dropLast().hook(noting).run();
        assertThat(sizes).containsExactly(100, 100);
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() {
        double[] expected = null;
        for (int threads : new int[] {1, 2, 3, 7}) {
            SmallNet model = new SmallNet(4, 8, 3, 5);
            trainer(model)
                    .shards(5)
                    .threads(threads)
                    .augmentation((batch, row, random) -> batch.inputs().data[row * 4] += 0.1 * random.nextGaussian())
                    .run();
            double[] weights = weights(model);
            expected = expected == null ? weights : expected;
            assertThat(weights).as(threads + " threads").containsExactly(expected);
        }
    }

    @Test
    void shardsAddUpToTheGradientOfTheBatchForMeansAndSums() {
        double[] serial = trained(Reduction.MEAN, 1, 32);
        assertThat(trained(Reduction.MEAN, 3, 32)).containsExactly(serial, offset(1e-12));
        double[] sums = trained(Reduction.SUM, 1, 32);
        assertThat(trained(Reduction.SUM, 3, 32)).containsExactly(sums, offset(1e-12));
        assertThat(sums).isNotEqualTo(serial);
        assertThat(trained(Reduction.MEAN, 40, 32)).as("empty shards").containsExactly(serial, offset(1e-12));
    }

    private double[] trained(Reduction reduction, int shards, int batch) {
        SmallNet model = new SmallNet(4, 8, 3, 5);
        Trainer.of(
                        train,
                        () -> SmallNetGradient.of(model),
                        (SmallNetGradient gradient, Batch<DMatrixRMaj, int[]> b) -> reduction == Reduction.MEAN
                                ? gradient.lossValueAndGradient(b.inputs(), b.labels())
                                : gradient.sumValueAndGradient(b.inputs(), b.labels()))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.sgd(0.001)))
                .reduction(reduction)
                .batch(batch)
                .shards(shards)
                .epochs(2)
                .run();
        return weights(model);
    }

    @Test
    void augmentationIsTheSameForAnyNumberOfShards() {
        SmallNet other = new SmallNet(4, 8, 3, 5);
        List<Double> serial = losses(net, 1);
        assertThat(losses(other, 4))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .isEqualTo(serial);
    }

    private List<Double> losses(SmallNet model, int shards) {
        List<Double> losses = new ArrayList<>();
        trainer(model)
                .epochs(2)
                .shards(shards)
                .augmentation((batch, row, random) -> batch.inputs().data[row * 4] += 0.5 * random.nextGaussian())
                .hook(new Hook() {
                    @Override
                    public void onBatchEnd(Run run) {
                        losses.add(run.loss());
                    }
                })
                .run();
        return losses;
    }

    @Test
    void stepAllocatesNothing() {
        long withFewSteps = allocated(203);
        long withManySteps = allocated(1);

        // the smallest object in each of the 5 * 202 further steps would be 16,160 bytes
        assertThat(withManySteps - withFewSteps).isLessThan(8_000);
    }

    private long allocated(int batch) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Trainer<SmallNetGradient, ?> trainer = trainer(net)
                .epochs(5)
                .batch(batch)
                .regularization(1e-4, SmallNetGradient::penalty, SmallNetGradient::penaltyBackward);
        trainer.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        trainer.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void hookMayStopAfterABatch() {
        TrainingResult result = trainer(net)
                .hook(new Hook() {
                    @Override
                    public void beforeOptimizerStep(Run run) {
                        if (run.step() == 9) {
                            run.stop("ten steps are enough");
                        }
                    }
                })
                .run();

        assertThat(result.stop()).isEqualTo(new Stop(Stop.Reason.HOOK, "ten steps are enough"));
        assertThat(result.steps()).isEqualTo(10);
        assertThat(result.epochs()).hasSize(1);
    }

    @Test
    void hookThatFailsIsReportedAndTrainingGoesOn() {
        SmallNet twin = new SmallNet(4, 8, 3, 5);
        trainer(twin).run();
        TrainingResult result = trainer(net)
                .hook(new Hook() {
                    @Override
                    public String name() {
                        return "sick";
                    }

                    @Override
                    public void afterOptimizerStep(Run run) {
                        if (run.step() == 3) {
                            throw new IllegalStateException("out of ideas");
                        }
                    }
                })
                .run();

        assertThat(result.stop().reason()).isEqualTo(Stop.Reason.EPOCHS);
        assertThat(result.failures())
                .singleElement()
                .hasToString("the hook sick failed in afterOptimizerStep at step 3 and is not called any more:"
                        + " java.lang.IllegalStateException: out of ideas");
        assertThat(result.hooks())
                .singleElement()
                .satisfies(cost -> assertThat(cost.calls()).isEqualTo(3));
        assertThat(weights(net)).containsExactly(weights(twin));
    }

    @Test
    void gradientThatIsNotFiniteStopsBeforeAnythingIsSpoiled() {
        TrainingResult result = Trainer.of(
                        train,
                        () -> SmallNetGradient.of(net),
                        (SmallNetGradient gradient, Batch<DMatrixRMaj, int[]> batch) -> {
                            double loss = gradient.lossValueAndGradient(batch.inputs(), batch.labels());
                            gradient.parameters().get("output.bias").gradient(0)[1] /=
                                    batch.labels().length == 11 ? 0 : 1;
                            return loss;
                        })
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(1e-3)))
                .epochs(3)
                .run();

        assertThat(result.stop().reason()).isEqualTo(Stop.Reason.NOT_FINITE);
        assertThat(result.stop().sentence())
                .contains("at step 6 the gradient of output.bias (3)", "Infinity at index 1");
        assertThat(weights(net)).doesNotContain(Double.NaN);
        assertThat(result.epochs()).isEmpty();
    }

    @Test
    void plateauOfTheValidationLossLowersTheRate() {
        ReduceOnPlateau rate = ReduceOnPlateau.from(0.1).patience(0, 0).threshold(0.9);
        trainer(net)
                .optimizer(parameters -> new Optimizer(parameters, Sgd.plain(rate)))
                .reduceOnPlateau(rate)
                .validation(valid)
                .epochs(3)
                .run();

        assertThat(rate.state().value()).isLessThan(0.1);
    }

    @Test
    void rateThatHooksSeeIsThatOfTheStep() {
        List<Double> rates = new ArrayList<>();
        trainer(net)
                .epochs(1)
                .learningRate(Schedule.stepDecay(1, 2, 0.5))
                .hook(new Hook() {
                    @Override
                    public void onBatchEnd(Run run) {
                        rates.add(run.learningRate());
                    }
                })
                .run();

        assertThat(rates).containsExactly(1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.125);
    }

    @Test
    void drawsOfTheLossDependOnTheSeedAlone() {
        double[] first = noisy(1, 4);
        assertThat(noisy(1, 2)).containsExactly(first);
        assertThat(noisy(2, 4)).isNotEqualTo(first);
    }

    private double[] noisy(long seed, int threads) {
        SmallNet model = new SmallNet(4, 8, 3, 5);
        Trainer.of(
                        train,
                        () -> SmallNetGradient.of(model),
                        (gradient, batch, random) ->
                                gradient.noisyValueAndGradient(batch.inputs(), batch.labels(), random))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(1e-3)))
                .shards(4)
                .threads(threads)
                .epochs(2)
                .seed(seed)
                .run();
        return weights(model);
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedByValueWithTheFix() {
        assertThatThrownBy(() -> trainer(net).batch(500).run())
                .hasMessage("a batch of 500 examples is larger than the data set, which has 203; use at most 203");
        assertThatThrownBy(() -> trainer(net).batch(0).run())
                .hasMessage("a batch of 0 examples makes no sense; use 1 or more");
        assertThatThrownBy(() -> trainer(net).epochs(0).run())
                .hasMessage("training for 0 epochs makes no sense; use 1 or more");
        assertThatThrownBy(() -> trainer(net).shards(0).run()).hasMessageContaining("0 shards");
        assertThatThrownBy(() -> trainer(net).optimizer(null).run()).hasMessageContaining("has no optimizer");
        assertThatThrownBy(() -> trainer(net).metric("loss", batch -> 0))
                .hasMessage("there is a metric named loss already; choose another name");
        SmallNetGradient only = SmallNetGradient.of(net);
        assertThatThrownBy(() -> Trainer.of(train, () -> only, (gradient, batch) -> 0)
                        .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(1e-3)))
                        .shards(2)
                        .run())
                .hasMessageContaining("same gradient twice");
        assertThatThrownBy(() -> Trainer.of(
                                train, () -> SmallNetGradient.of(new SmallNet(4, 8, 3, 1)), (gradient, batch) -> 0)
                        .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(1e-3)))
                        .shards(2)
                        .run())
                .hasMessageContaining("make the model once, outside of the supplier");
    }

    /** Notes what it is told. */
    private record Diary(List<String> moments) implements Hook {

        private void note(String moment, Run run) {
            moments.add(moment + ", step " + run.step());
        }

        @Override
        public void onTrainBegin(Run run) {
            note("train begin", run);
        }

        @Override
        public void onEpochBegin(Run run) {
            note("epoch begin", run);
        }

        @Override
        public void onBatchBegin(Run run) {
            note("batch begin", run);
        }

        @Override
        public void beforeOptimizerStep(Run run) {
            note("before step", run);
        }

        @Override
        public void afterOptimizerStep(Run run) {
            note("after step", run);
        }

        @Override
        public void onBatchEnd(Run run) {
            note("batch end", run);
        }

        @Override
        public void onValidationEnd(Run run) {
            note("validation end", run);
        }

        @Override
        public void onEpochEnd(Run run) {
            note("epoch end", run);
        }

        @Override
        public void onTrainEnd(Run run) {
            note("train end", run);
        }
    }
}
