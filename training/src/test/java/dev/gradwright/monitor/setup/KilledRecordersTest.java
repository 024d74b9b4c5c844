package dev.gradwright.monitor.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.file.CsvRecorder;
import dev.gradwright.monitor.file.JsonLinesRecorder;
import dev.gradwright.monitor.tensorboard.TensorBoardRecorder;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Checkpoints;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains and records is killed at random moments, again and again; in the end its files have the lines of an undisturbed training, each
 * once. 5 times, {@code -Dgradwright.kills} for another number.
 */
class KilledRecordersTest {

    private static final int KILLS = Integer.getInteger("gradwright.kills", 5);
    private static final int EPOCHS = 300;
    private static final int CHECKPOINT_STEPS = 7;
    private static final Examples<DMatrixRMaj, int[]> TRAIN = Clouds.of(50, 3, 3, 0.5, 1);

    @TempDir
    Path folder;

    @Test
    void whatWasKilledHasTheLinesOfAnUndisturbedTraining() throws Exception {
        Path killed = folder.resolve("killed");
        SplittableRandom random = new SplittableRandom(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(killed);
            BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
            assertThat(lines.readLine()).as("the process has ended").isEqualTo("going");
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly().waitFor();
        }
        train(killed, new Hook() {});
        Path undisturbed = folder.resolve("undisturbed");
        train(undisturbed, new Hook() {});

        for (String file : List.of("numbers.csv", "log.jsonl")) {
            List<String> lines = withoutTimes(killed.resolve(file));
            assertThat(lines)
                    .as(file)
                    .hasSizeGreaterThan(10 * EPOCHS)
                    .isEqualTo(withoutTimes(undisturbed.resolve(file)));
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> withoutTimes(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.contains("time/"));
        return lines;
    }

    private static void train(Path folder, Hook hook) throws IOException {
        SmallNet net = new SmallNet(3, 5, 3, 9);
        try (CsvRecorder csv = new CsvRecorder(folder.resolve("numbers.csv"));
                JsonLinesRecorder json = new JsonLinesRecorder(folder.resolve("log.jsonl"));
                TensorBoardRecorder events = new TensorBoardRecorder(folder.resolve("events"))) {
            Trainer.of(
                            TRAIN,
                            () -> SmallNetGradient.of(net),
                            (gradient, batch, random) ->
                                    gradient.noisyValueAndGradient(batch.inputs(), batch.labels(), random))
                    .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                    .batch(5)
                    .epochs(EPOCHS)
                    .checkpoints(Checkpoints.in(folder.resolve("checkpoints"))
                            .everyEpochs(0)
                            .everySteps(CHECKPOINT_STEPS)
                            .resume())
                    .hooks(Monitors.standard(csv, json, events).histograms().hooks())
                    .hook(hook)
                    .run();
        }
    }

    /** The process. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws IOException {
            train(Path.of(arguments[0]), new Hook() {
                private int steps;

                @Override
                public void onBatchEnd(Run run) {
                    if (++steps == 2 * CHECKPOINT_STEPS) {
                        System.out.println("going"); // a checkpoint of this process is complete
                    }
                    sleepABit();
                }
            });
            System.out.println("done");
        }

        /** Lets the process last until it is killed. */
        private static void sleepABit() {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
