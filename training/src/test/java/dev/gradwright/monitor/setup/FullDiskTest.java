package dev.gradwright.monitor.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradwright.monitor.file.CsvRecorder;
import dev.gradwright.monitor.file.JsonLinesRecorder;
import dev.gradwright.monitor.page.TrainingPage;
import dev.gradwright.monitor.tensorboard.TensorBoardRecorder;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Checkpoints;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.TrainingResult;
import dev.gradwright.train.checkpoint.CheckpointFolder;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains where the disk becomes full: in a process that sees a file system of its own in memory, of 32 megabytes. Skipped where Linux's {@code unshare} is
 * missing or not allowed.
 */
class FullDiskTest {

    private static final int EPOCHS = 60;
    private static final int EPOCH_OF_THE_FILLER = 10;
    private static final int STEPS = 10;
    private static final Examples<DMatrixRMaj, int[]> TRAIN = Clouds.of(50, 3, 3, 0.5, 1);

    @TempDir
    Path folder;

    @Test
    void theRunGoesOnEveryLossIsSaidAndTheLastGoodCheckpointServes() throws Exception {
        assumeTrue(onSmallDisk("true").waitFor() == 0, "no file system can be mounted here");

        Process process = onSmallDisk(
                "exec \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString());
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).contains("trained " + EPOCHS * STEPS + " steps, no hook failed");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("report Nothing more is recorded in the "))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("No space left on device", "training goes on"))
                .anySatisfy(line -> assertThat(line).contains("CSV file"))
                .anySatisfy(line -> assertThat(line).contains("JSON file"))
                .anySatisfy(line -> assertThat(line).contains("event file"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("warning at step "))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("no checkpoint could be written", "No space left on device", "Make room"));
        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).startsWith("page cannot write ").contains("No space left"));
        assertThat(lines).contains("the page saved before is there, and nothing beside it");
        assertThat(lines).contains("the checkpoint is good");
        assertThat(lines).contains("weights the same", "numbers.csv the same", "log.jsonl the same");
    }

    /** A shell that sees a small file system at the folder, for itself and what it starts. */
    private Process onSmallDisk(String commands, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=32m none \"$0\" && " + commands,
                folder.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no unshare here: " + e.getMessage());
            throw e;
        }
    }

    /** The process. */
    static final class Child {

        private final Path disk;
        private final Path filler;
        private final List<String> reports = new ArrayList<>();

        private Child(Path disk) {
            this.disk = disk;
            this.filler = disk.resolve("filler");
        }

        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            Child child = new Child(disk);
            child.trainWhileTheDiskIsFilled();
            child.goOn();
        }

        private void trainWhileTheDiskIsFilled() throws IOException {
            Path file = disk.resolve("page.html");
            TrainingPage page = new TrainingPage("Full", file);
            SmallNet net = new SmallNet(3, 5, 3, 9);
            TrainingResult result = train(net, disk.resolve("run"), page, new Hook() {
                @Override
                public void onEpochEnd(Run run) {
                    if (run.epoch() == EPOCH_OF_THE_FILLER) {
                        save(page, file);
                        fill();
                    }
                }
            });
            String saved = Files.readString(file);
            System.out.println("trained " + result.steps() + " steps, "
                    + (result.failures().isEmpty() ? "no hook failed" : result.failures()));
            result.warnings().forEach(warning -> System.out.println("warning " + warning));
            reports.forEach(report -> System.out.println("report " + report));
            try {
                page.close();
            } catch (IOException e) {
                System.out.println("page " + e.getMessage());
            }
            if (Files.readString(file).equals(saved)
                    && saved.endsWith("</html>\n")
                    && Files.notExists(disk.resolve("page.html.part"))) {
                System.out.println("the page saved before is there, and nothing beside it");
            }
            if (CheckpointFolder.in(disk.resolve("run/checkpoints"))
                    .load()
                    .orElseThrow()
                    .refused()
                    .isEmpty()) {
                System.out.println("the checkpoint is good");
            }
        }

        /** With room again, compared with a training that always had it. */
        private void goOn() throws IOException {
            Files.delete(filler);
            SmallNet resumed = new SmallNet(3, 5, 3, 9);
            train(resumed, disk.resolve("run"), new TrainingPage("On"), new Hook() {});
            SmallNet undisturbed = new SmallNet(3, 5, 3, 9);
            train(undisturbed, disk.resolve("undisturbed"), new TrainingPage("Undisturbed"), new Hook() {});
            if (Arrays.equals(resumed.hidden.data, undisturbed.hidden.data)
                    && Arrays.equals(resumed.output.data, undisturbed.output.data)) {
                System.out.println("weights the same");
            }
            for (String file : List.of("numbers.csv", "log.jsonl")) {
                if (withoutTimes(disk.resolve("run").resolve(file))
                        .equals(withoutTimes(disk.resolve("undisturbed").resolve(file)))) {
                    System.out.println(file + " the same");
                }
            }
        }

        private TrainingResult train(SmallNet net, Path folder, TrainingPage page, Hook hook) throws IOException {
            try (CsvRecorder csv = new CsvRecorder(folder.resolve("numbers.csv"));
                    JsonLinesRecorder json = new JsonLinesRecorder(folder.resolve("log.jsonl"));
                    TensorBoardRecorder events = new TensorBoardRecorder(folder.resolve("events"))) {
                return Trainer.of(
                                TRAIN,
                                () -> SmallNetGradient.of(net),
                                (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                        .optimizer(parameters -> new Optimizer(parameters, Optimizers.adam(0.01)))
                        .batch(TRAIN.size() / STEPS)
                        .epochs(EPOCHS)
                        .checkpoints(
                                Checkpoints.in(folder.resolve("checkpoints")).resume())
                        .hooks(Monitors.standard(page, csv, json, events)
                                .every(1, 1, 1, 1)
                                .report(reports::add)
                                .hooks())
                        .hook(hook)
                        .run();
            }
        }

        private void fill() {
            try (OutputStream out = Files.newOutputStream(filler)) {
                while (true) {
                    out.write(new byte[1 << 10]);
                }
            } catch (IOException e) {
                // the disk is full
            }
        }

        private static void save(TrainingPage page, Path file) {
            try {
                page.save(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> withoutTimes(Path file) throws IOException {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.removeIf(line -> line.contains("time/"));
            return lines;
        }
    }
}
