package dev.gradwright.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training ends early when it should, with the best parameters if they are wanted. */
class StoppingTest {

    @TempDir
    Path folder;

    private final Examples<DMatrixRMaj, int[]> train = Clouds.of(40, 3, 3, 0.5, 1);
    private final SmallNet net = new SmallNet(3, 5, 3, 9);
    private double[] values;
    private int asked;

    /** A training whose validation loss is what the test says, epoch by epoch, then the last. */
    private Trainer<SmallNetGradient, Batch<DMatrixRMaj, int[]>> trainer(double... validationLosses) {
        values = validationLosses;
        asked = 0;
        return Trainer.of(
                        train,
                        () -> SmallNetGradient.of(net),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                .validation(train, batch -> values[Math.min(asked++, values.length - 1)])
                .epochs(20);
    }

    @Test
    void stopsWhenTheGoalIsNoNearerForAWhile() {
        TrainingResult result = trainer(3, 2, 2.5, 1, 1.5, 1, 2).stopEarly(3, 0).run();

        assertThat(result.stop())
                .isEqualTo(new Stop(
                        Stop.Reason.NO_IMPROVEMENT,
                        "the lowest validation loss, 1.000 after epoch 4, has not got better for 3 epochs"));
        assertThat(result.epochs()).hasSize(7);
        assertThat(result.best()).contains(new Best(Goal.lowest("validation loss"), 1, 4, false));
    }

    @Test
    void smallChangesDoNotCountAsBetterIfTheyAreToBeLarger() {
        TrainingResult result = trainer(3, 2.95, 2.92, 2.91).stopEarly(3, 0.1).run();

        assertThat(result.epochs()).hasSize(4);
        assertThat(result.best().orElseThrow().epoch()).isEqualTo(4);
    }

    @Test
    void lossThatIsNoNumberIsNeverBetter() {
        TrainingResult result = trainer(Double.NaN, 2, Double.NaN, Double.NaN, 1)
                .stopEarly(2, 0)
                .run();

        assertThat(result.epochs()).hasSize(4);
        assertThat(result.best().orElseThrow().value()).isEqualTo(2);
    }

    @Test
    void bestParametersAreGivenBack() {
        double[][] weights = new double[20][];
        Hook noting = new Hook() {
            @Override
            public void onEpochEnd(Run run) {
                weights[run.epoch()] = new double[run.parameters().size()];
                run.parameters().copyValuesTo(weights[run.epoch()]);
            }
        };
        TrainingResult result = trainer(3, 1, 2, 2, 2)
                .stopEarly(2, 0)
                .restoreBest()
                .hook(noting)
                .run();

        double[] now = new double[weights[1].length];
        SmallNetGradient.of(net).parameters().copyValuesTo(now);
        assertThat(result.best().orElseThrow().isRestored()).isTrue();
        assertThat(now).containsExactly(weights[2]).isNotEqualTo(weights[4]);
    }

    @Test
    void goalMayBeHighAndMustBeKnown() {
        TrainingResult result = trainer(1)
                .metric("accuracy", batch -> Metrics.accuracy(net.predict(batch.inputs()), batch.labels()))
                .goal(Goal.highest("validation accuracy"))
                .run();
        assertThat(result.best().orElseThrow().value()).isGreaterThan(0.7);

        assertThatThrownBy(() -> trainer(1).goal(Goal.highest("accuracy")).run())
                .hasMessage("there is no metric named accuracy to make as good as can be; this training has [loss,"
                        + " validation loss]");
    }

    @Test
    void fileMayAskToStop() throws IOException {
        Path file = folder.resolve("stop");
        TrainingResult result = trainer(1)
                .epochs(1_000_000)
                .stopFile(file)
                .hook(new Hook() {
                    @Override
                    public void onEpochEnd(Run run) {
                        if (run.epoch() == 2) {
                            touch(file);
                        }
                    }
                })
                .run();

        assertThat(result.stop().reason()).isEqualTo(Stop.Reason.STOP_FILE);
        assertThat(result.stop().sentence()).contains(file.toString());
        assertThat(file).doesNotExist();
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void interruptedThreadStopsAndStaysInterrupted() {
        TrainingResult result = trainer(1)
                .shards(2)
                .threads(2)
                .batch(5)
                .checkpoints(Checkpoints.in(folder))
                .hook(new Hook() {
                    @Override
                    public void onBatchEnd(Run run) {
                        if (run.step() == 5) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.stop()).isEqualTo(new Stop(Stop.Reason.INTERRUPTED, "the thread was interrupted"));
        assertThat(result.steps()).isEqualTo(5);
        assertThat(result.warnings()).isEmpty();
        assertThat(folder.resolve("last.checkpoint")).exists();
    }
}
