package dev.gradwright.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.checkpoint.CheckpointFolder;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains is killed at random moments, again and again; each time there is a checkpoint that can be used, and what comes out in the end is
 * what an undisturbed training gives. 10 times, {@code -Dgradwright.kills} for another number.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("gradwright.kills", 10);
    private static final int EPOCHS = 1000;
    private static final Examples<DMatrixRMaj, int[]> TRAIN = Clouds.of(50, 3, 3, 0.5, 1);

    @TempDir
    Path folder;

    @Test
    void killedAtAnyMomentItGoesOnAsIfNothingHadBeen() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start("everyStep");
            awaitSteps(process);
            Thread.sleep(random.nextInt(40));
            process.destroyForcibly().waitFor();

            assertThat(CheckpointFolder.in(folder).load())
                    .isPresent()
                    .get()
                    .satisfies(loaded -> assertThat(loaded.refused()).isEmpty());
        }

        assertThat(train(Checkpoints.in(folder).everyEpochs(0).resume(), new Hook() {}))
                .isEqualTo(train(null, new Hook() {}));
    }

    @Test
    void toldToEndItSavesFirst() throws Exception {
        Process process = start("never");
        awaitSteps(process);
        process.destroy();

        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("last.checkpoint")).exists();
        assertThat(train(Checkpoints.in(folder).everyEpochs(0).resume(), new Hook() {}))
                .isEqualTo(train(null, new Hook() {}));
    }

    @Test
    void processThatEndsItselfAmidTrainingIsNotHeldUp() throws Exception {
        Process process = start("exit");

        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    private Process start(String how) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until the process has taken some steps after it began, or went on. */
    private static void awaitSteps(Process process) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
        assertThat(lines.readLine()).as("the process has ended").isEqualTo("going");
    }

    /** The weights after training. */
    private static String train(Checkpoints checkpoints, Hook hook) {
        SmallNet net = new SmallNet(3, 5, 3, 9);
        Trainer.of(
                        TRAIN,
                        () -> SmallNetGradient.of(net),
                        (gradient, batch, random) ->
                                gradient.noisyValueAndGradient(batch.inputs(), batch.labels(), random))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                .batch(5)
                .epochs(EPOCHS)
                .checkpoints(checkpoints)
                .hook(hook)
                .run();
        return Arrays.toString(net.hidden.data) + Arrays.toString(net.output.data);
    }

    /** The process. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            Checkpoints checkpoints =
                    Checkpoints.in(Path.of(arguments[0])).everyEpochs(0).resume();
            boolean exits = arguments[1].equals("exit");
            train(arguments[1].equals("everyStep") ? checkpoints.everySteps(1) : checkpoints, new Hook() {
                private int steps;

                @Override
                public void onBatchEnd(Run run) {
                    if (++steps == 2) {
                        System.out.println("going"); // a checkpoint of this process is complete, if it writes them
                    }
                    if (steps == 5 && exits) {
                        System.exit(3);
                    }
                    if (!exits) {
                        sleepABit();
                    }
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
