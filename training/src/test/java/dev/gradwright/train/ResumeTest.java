package dev.gradwright.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.optimize.GradientTransformation;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.optimize.ReduceOnPlateau;
import dev.gradwright.optimize.Schedule;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that was interrupted goes on as if it had not been. */
class ResumeTest {

    private static final Logger LOGGER = Logger.getLogger("dev.gradwright.train");

    @BeforeAll
    static void warningsAreMeant() {
        LOGGER.setLevel(Level.OFF);
    }

    @TempDir
    Path folder;

    private int numberOfTrainings;

    private Examples<DMatrixRMaj, int[]> train = Clouds.of(50, 3, 3, 0.5, 1);
    private final Examples<DMatrixRMaj, int[]> valid = Clouds.of(30, 3, 3, 0.5, 2);

    /** Adds up losses: a hook with a state. */
    private static final class Sum implements Hook {

        private double sum;
        private final List<String> moments = new ArrayList<>();

        @Override
        public void onTrainBegin(Run run) {
            moments.add("begin");
        }

        @Override
        public void onEpochBegin(Run run) {
            moments.add("epoch " + run.epoch());
        }

        @Override
        public void onBatchEnd(Run run) {
            sum += run.loss() * run.learningRate();
        }

        @Override
        public byte[] saveState() {
            return ByteBuffer.allocate(8).putDouble(sum).array();
        }

        @Override
        public void restoreState(byte[] state) {
            moments.add("restored");
            sum = ByteBuffer.wrap(state).getDouble();
        }
    }

    /** Everything that has a state, at once: seven batches an epoch. */
    private final class Setting {

        final SmallNet net = new SmallNet(3, 5, 3, 9);
        final ReduceOnPlateau rate = ReduceOnPlateau.from(0.01).patience(0, 1).threshold(0.2);
        final Sum sum = new Sum();
        final Trainer<SmallNetGradient, Batch<DMatrixRMaj, int[]>> trainer = Trainer.of(
                        train,
                        () -> SmallNetGradient.of(net),
                        (SmallNetGradient gradient, Batch<DMatrixRMaj, int[]> batch, RandomGenerator random) ->
                                gradient.noisyValueAndGradient(batch.inputs(), batch.labels(), random))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(rate)))
                .learningRate(rate)
                .reduceOnPlateau(rate)
                .regularization(1e-3, SmallNetGradient::penalty, SmallNetGradient::penaltyBackward)
                .augmentation((batch, row, random) -> batch.inputs().data[3 * row] += 0.1 * random.nextGaussian())
                .validation(valid, batch -> net.loss(batch.inputs(), batch.labels()))
                .metric("accuracy", batch -> Metrics.accuracy(net.predict(batch.inputs()), batch.labels()))
                .batch(8)
                .shards(2)
                .epochs(4)
                .seed(7)
                .hook(new Hook() {})
                .hook(sum)
                .restoreBest();

        Setting stopAt(long step) {
            trainer.hook(new Hook() {
                @Override
                public void onBatchEnd(Run run) {
                    if (run.step() == step) {
                        run.stop("enough for today");
                    }
                }
            });
            return this;
        }

        List<Object> outcome() {
            TrainingResult result = trainer.run();
            double[] weights = new double[SmallNetGradient.of(net).parameters().size()];
            SmallNetGradient.of(net).parameters().copyValuesTo(weights);
            return List.of(
                    result.stop(),
                    result.steps(),
                    result.epochs(),
                    result.best(),
                    Arrays.stream(weights).boxed().toList(),
                    rate.state(),
                    sum.sum);
        }
    }

    @Test
    void goesOnToTheLastBitFromEveryStep() {
        List<Object> expected = new Setting().outcome();
        assertThat(new Setting().outcome()).isEqualTo(expected);
        for (long step = 1; step <= 28; step++) {
            Checkpoints checkpoints = Checkpoints.in(folder.resolve("step " + step));
            Setting first = new Setting().stopAt(step);
            TrainingResult stopped = first.trainer.checkpoints(checkpoints).run();
            assertThat(stopped.stop().reason()).isEqualTo(Stop.Reason.HOOK);
            assertThat(stopped.steps()).isEqualTo(step);

            Setting second = new Setting();
            second.trainer.checkpoints(checkpoints.resume());
            assertThat(second.outcome()).as("from step %d", step).isEqualTo(expected);
        }
    }

    @Test
    void goesOnFromACheckpointAmidAnEpochWhenMoreStepsWereLost() throws IOException {
        List<Object> expected = new Setting().outcome();
        Checkpoints checkpoints = Checkpoints.in(folder).everyEpochs(0).everySteps(5);
        Setting lost = new Setting();
        lost.trainer.checkpoints(checkpoints).metric("power cut", batch -> {
            throw new IllegalStateException("the lights went out");
        });
        assertThatThrownBy(lost.trainer::run)
                .hasMessage("the lights went out"); // at the end of the first epoch, step 7

        Setting second = new Setting();
        second.trainer.checkpoints(checkpoints.resume());

        assertThat(second.outcome()).isEqualTo(expected);
        assertThat(second.sum.moments).containsExactly("restored", "begin", "epoch 2", "epoch 3", "epoch 4");
    }

    @Test
    void finishedTrainingIsNotBegunAgainButMayGetMoreEpochs() {
        List<Object> expected = new Setting().outcome();
        Checkpoints checkpoints = Checkpoints.in(folder);
        Setting shorter = new Setting();
        shorter.trainer.epochs(2).checkpoints(checkpoints).run();

        Setting again = new Setting();
        TrainingResult nothing =
                again.trainer.epochs(2).checkpoints(checkpoints.resume()).run();
        assertThat(nothing.stop().sentence()).isEqualTo("all 2 epochs are done");
        assertThat(nothing.steps()).isEqualTo(14);

        Setting longer = new Setting();
        longer.trainer.checkpoints(checkpoints.resume());
        assertThat(longer.outcome()).isEqualTo(expected);
    }

    @Test
    void damagedCheckpointGivesWayToTheOneBefore() throws IOException {
        List<Object> expected = new Setting().outcome();
        Checkpoints checkpoints = Checkpoints.in(folder);
        new Setting().stopAt(17).trainer.checkpoints(checkpoints).run();
        Path last = folder.resolve("last.checkpoint");
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length / 2]++;
        Files.write(last, bytes);

        Setting second = new Setting();
        second.trainer.checkpoints(checkpoints.resume());
        TrainingResult result = second.trainer.run();

        assertThat(result.warnings()).singleElement().asString().contains("was not used", "checksum");
        assertThat(result.epochs()).isEqualTo(expected.get(2));
    }

    @Test
    void checkpointOfAnotherTrainingIsRefusedByWhatDiffers() {
        Checkpoints checkpoints = Checkpoints.in(folder);
        new Setting().stopAt(3).trainer.checkpoints(checkpoints).run();

        Setting other = new Setting();
        assertThatThrownBy(() ->
                        other.trainer.seed(8).checkpoints(checkpoints.resume()).run())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("last.checkpoint", "it has seed 7, but this one has seed 8");
        assertThatThrownBy(() -> other.trainer
                        .seed(7)
                        .optimizer(parameters -> new Optimizer(parameters, Optimizers.sgd(0.1)))
                        .run())
                .hasMessageContainingAll(
                        "it has the optimizer Adam", "but this one has the optimizer learning rate 0.1");
        assertThatThrownBy(() -> Trainer.of(
                                train, () -> SmallNetGradient.of(new SmallNet(3, 6, 3, 1)), (gradient, batch) -> 0)
                        .optimizer(parameters -> new Optimizer(parameters, Optimizers.sgd(0.1)))
                        .checkpoints(checkpoints.resume())
                        .run())
                .hasMessageContaining("it is of another training");
    }

    @Test
    void otherExamplesOfTheSameNumberAreRefused() {
        Checkpoints checkpoints = Checkpoints.in(folder);
        Setting first = new Setting();
        first.stopAt(3).trainer.checkpoints(checkpoints).run();

        Examples<DMatrixRMaj, int[]> right = train;
        train = withAnotherLastBit(right);
        assertThatThrownBy(() ->
                        new Setting().trainer.checkpoints(checkpoints.resume()).run())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageMatching(
                        "(?s).*it has examples with checksum (\\w{16}), but this one has examples with checksum"
                                + " (?!\\1)\\w{16}.*");
        train = right;
        assertThatThrownBy(() -> new Setting()
                        .trainer
                        .validation(Clouds.of(30, 3, 3, 0.5, 3), batch -> 0)
                        .checkpoints(checkpoints.resume())
                        .run())
                .hasMessageContaining("it has validation examples with checksum");
        new Setting().trainer.checkpoints(checkpoints.resume()).run();
    }

    private static Examples<DMatrixRMaj, int[]> withAnotherLastBit(Examples<DMatrixRMaj, int[]> examples) {
        Batch<DMatrixRMaj, int[]> all = examples.newBatch(examples.size());
        examples.copy(IntStream.range(0, examples.size()).toArray(), 0, examples.size(), all);
        all.inputs().data[70] = Math.nextUp(all.inputs().data[70]);
        return Examples.of(all.inputs(), all.labels(), 3);
    }

    @Test
    void otherHyperparametersAreRefusedAndTheirObjectsMayBeOthers() {
        Schedule lambda = step -> 0.1 / (1 + step);
        Schedule otherLambda = step -> 0.1 / (1.0 + step);
        assertThat(refusal(Optimizers.adam(0.01), Optimizers.adam(0.02))).contains("0.01", "0.02");
        assertThat(refusal(Optimizers.momentum(0.01, 0.9), Optimizers.momentum(0.01, 0.8)))
                .contains("0.9", "0.8");
        assertThat(refusal(
                        Optimizers.sgd(Schedule.cosine(0.1, 0.001, 20)),
                        Optimizers.sgd(Schedule.cosine(0.1, 0.001, 30))))
                .contains("20 steps", "30 steps");
        assertThat(refusal(Optimizers.sgd(lambda), Optimizers.sgd(otherLambda))).isNull();
        assertThat(refusal(Optimizers.sgd(new Halving()), Optimizers.sgd(new Halving())))
                .isNull();
        assertThat(refusal(Optimizers.sgd(new Halving()), Optimizers.sgd(0.1))).contains("Halving,", "0.1");
    }

    /** A schedule without a text of its own. */
    private static final class Halving implements Schedule {
        @Override
        public double at(long step) {
            return 0.1 * Math.pow(0.5, step);
        }
    }

    /** With what a training by one method refuses to go on from one by the other; null if it goes on. */
    private String refusal(GradientTransformation then, GradientTransformation now) {
        Checkpoints checkpoints = Checkpoints.in(folder.resolve(String.valueOf(numberOfTrainings++)));
        withMethod(then).stopAt(3).trainer.checkpoints(checkpoints).run();
        try {
            withMethod(now).trainer.checkpoints(checkpoints.resume()).run();
            return null;
        } catch (UncheckedIOException e) {
            return e.getMessage();
        }
    }

    private Setting withMethod(GradientTransformation method) {
        Setting setting = new Setting();
        setting.trainer.optimizer(parameters -> new Optimizer(parameters, method));
        return setting;
    }

    @Test
    void checkpointsThatAreThereAreNotWrittenOverByAccident() {
        Checkpoints checkpoints = Checkpoints.in(folder);
        new Setting().stopAt(3).trainer.checkpoints(checkpoints).run();

        assertThatThrownBy(() -> new Setting().trainer.checkpoints(checkpoints).run())
                .hasMessageContainingAll("there are checkpoints in", "call resume()");
    }

    @Test
    void folderThatDisappearsIsReportedAndTrainingGoesOn() throws IOException {
        List<Object> expected = new Setting().outcome();
        Path gone = folder.resolve("gone");
        Setting setting = new Setting();
        TrainingResult result = setting.trainer
                .checkpoints(Checkpoints.in(gone))
                .hook(new Hook() {
                    @Override
                    public void onTrainBegin(Run run) {
                        try {
                            Files.delete(gone);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                })
                .run();

        assertThat(result.epochs()).isEqualTo(expected.get(2));
        assertThat(result.warnings())
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning).contains("no checkpoint could be written to", "gone"));
    }

    @Test
    void trainingThatLeavesTheFiniteKeepsTheLastGoodCheckpoint() {
        SmallNet net = new SmallNet(3, 5, 3, 9);
        Checkpoints checkpoints = Checkpoints.in(folder).everySteps(1);
        TrainingResult result = Trainer.of(
                        train,
                        () -> SmallNetGradient.of(net),
                        (SmallNetGradient gradient, Batch<DMatrixRMaj, int[]> batch) ->
                                gradient.lossValueAndGradient(batch.inputs(), batch.labels())
                                        / (batch.labels().length == 2 ? 0 : 1))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                .batch(8)
                .checkpoints(checkpoints)
                .run();

        assertThat(result.stop().reason()).isEqualTo(Stop.Reason.NOT_FINITE);
        assertThat(result.stop().sentence()).contains("at step 6 the loss is Infinity");
        SmallNet other = new SmallNet(3, 5, 3, 9);
        TrainingResult resumed = Trainer.of(
                        train,
                        () -> SmallNetGradient.of(other),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                .batch(8)
                .checkpoints(checkpoints.resume())
                .run();
        assertThat(resumed.steps()).isEqualTo(7);
    }
}
