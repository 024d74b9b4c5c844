package dev.gradwright.monitor.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.json.Json;

class JsonLinesRecorderTest {

    private static final Histogram HISTOGRAM =
            new Histogram(4, 1, -1, 2, 2, 6, new double[] {-1, 0, 1, 2}, new long[] {1, 1, 2});

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("log.jsonl");
    }

    @Test
    void eachLineIsAnObjectThatAParserReads() throws IOException {
        try (JsonLinesRecorder recorder = new JsonLinesRecorder(file)) {
            recorder.scalar("a \"quoted\" <tag>\u2028\\", 12, 0.1);
            recorder.histogram("activation", 12, HISTOGRAM);
            recorder.picture("left out", 12, new Picture(1, 1, 1, new byte[1]));
            recorder.finding(finding(13, "w", 0.5));
        }
        var lines = Files.readAllLines(file).stream()
                .map(JsonLinesRecorderTest::parsed)
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .containsEntry("scalar", "a \"quoted\" <tag>\u2028\\")
                .containsEntry("value", 0.1);
        assertThat(Files.readAllLines(file).get(1))
                .isEqualTo(
                        "{\"step\":12,\"histogram\":\"activation\",\"count\":4,\"notFinite\":1,\"min\":-1.0,\"max\":2.0,"
                                + "\"sum\":2.0,\"sumOfSquares\":6.0,\"edges\":[-1.0,0.0,1.0,2.0],\"counts\":[1,1,2]}");
        assertThat(lines.get(2))
                .containsEntry("step", 13L)
                .containsEntry("finding", "plateau")
                .containsEntry("severity", "NOTE")
                .containsEntry("subject", "w")
                .containsEntry("sentence", "The loss is flat.")
                .containsEntry("remedy", "Wait.")
                .containsEntry("reading", "notes");
    }

    @Test
    void numbersThatAreNoneAreTexts() throws IOException {
        try (JsonLinesRecorder recorder = new JsonLinesRecorder(file)) {
            recorder.scalar("a", 1, Double.NaN);
            recorder.scalar("a", 2, Double.NEGATIVE_INFINITY);
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"step\":1,\"scalar\":\"a\",\"value\":\"NaN\"}",
                        "{\"step\":2,\"scalar\":\"a\",\"value\":\"-Infinity\"}");
    }

    @Test
    void aTrainingThatGoesOnHasEachStepAndFindingOnce() throws IOException {
        try (JsonLinesRecorder recorder = new JsonLinesRecorder(file)) {
            recorder.scalar("a", 1, 1);
            recorder.finding(finding(2, "w", 0.5));
            recorder.scalar("a", 2, 2);
            recorder.scalar("a", 3, 3);
        }
        String before = Files.readString(file);
        try (JsonLinesRecorder recorder = new JsonLinesRecorder(file)) {
            recorder.resume(2);
            recorder.finding(finding(2, "w", 0.5));
            recorder.scalar("a", 2, 2);
            recorder.finding(finding(2, "v", 0.5));
            recorder.scalar("a", 3, 3);
        }
        assertThat(Files.readAllLines(file)).hasSize(5);
        assertThat(Files.readString(file)).startsWith(before.substring(0, before.indexOf("{\"step\":3")));
        assertThat(Files.readString(file))
                .contains("\"subject\":\"v\"")
                .endsWith("{\"step\":3,\"scalar\":\"a\",\"value\":3.0}\n");
    }

    private static Finding finding(long step, String subject, double value) {
        return new Finding(
                "plateau", Finding.Severity.NOTE, step, subject, value, 1, "The loss is flat.", "Wait.", "notes");
    }

    private static Map<String, Object> parsed(String line) {
        return new Json().toType(line, Json.MAP_TYPE);
    }
}
