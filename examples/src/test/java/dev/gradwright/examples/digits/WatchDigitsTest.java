package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.examples.digits.WatchDigits.Health;
import dev.gradwright.train.TrainingResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchDigitsTest {

    private static final int EPOCHS = 8;

    private final Path folder = temporaryFolder();

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void aHealthyTrainingIsSeenEverywhereAndNothingIsFound() throws IOException {
        TrainingResult result = watch(Health.HEALTHY);
        String page = Files.readString(folder.resolve("training.html"));
        List<String> numbers = Files.readAllLines(folder.resolve("numbers.csv"));

        assertThat(result.metrics().get("validation accuracy")).isGreaterThan(0.9);
        assertThat(result.failures()).isEmpty();
        assertThat(page)
                .contains(
                        "Digits, healthy: learning rate 0.08",
                        "\"tag\":\"train/loss\"",
                        "\"tag\":\"validation/accuracy\"")
                .contains(
                        "\"tag\":\"ratio/hidden.weight\"", "\"tag\":\"dead/relu\"", "\"tag\":\"filters/hidden.weight\"")
                .doesNotContain("\"severity\":\"");
        assertThat(numbers.stream().filter(line -> line.contains(",train/loss,")))
                .hasSize((int) result.steps());
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("watch it at http://127.0.0.1:", "step 300  train/loss 0.");
        try (Stream<Path> events = Files.list(folder.resolve("events"))) {
            assertThat(events)
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(100_000));
        }
    }

    @Test
    void aSickTrainingIsToldWhatIsWrong() throws IOException {
        TrainingResult result = watch(Health.SICK);
        String page = Files.readString(folder.resolve("training.html"));

        assertThat(result.failures()).isEmpty();
        assertThat(page)
                .contains("\"rule\":\"loss-rising\",\"severity\":\"error\"", "\"rule\":\"update-ratio\"")
                .contains("\"rule\":\"dead-units\",\"severity\":\"warning\"");
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("WARNING dead-units (relu)", "ERROR loss-rising");
        assertThat(Files.readString(folder.resolve("log.jsonl"))).contains("\"finding\":\"dead-units\"");
    }

    private TrainingResult watch(Health health) throws IOException {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        return new WatchDigits(health, EPOCHS, folder).run(out);
    }

    /** A new folder in that of the build, as annotations that the processor does not know are warnings here. */
    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "watched");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
