package dev.gradwright.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/recorders.md compiles, prints what the page shows, and writes into all places. */
class RecordersPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|text)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theProgramPrintsWhatIsShownAndRecordsInAllPlaces() throws Exception {
        Path source = Files.writeString(folder.resolve("Recorded.java"), block("java"));
        String path = System.getProperty("java.class.path");
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-cp", path, source.toString());
        assertThat(outcome).as("javac").isZero();
        String printed = run(folder + System.getProperty("path.separator") + path, folder.resolve("out"));

        assertThat(printed.replaceFirst("127.0.0.1:\\d+", "127.0.0.1:43817")).isEqualTo(block("text"));
        assertThat(Files.readAllLines(folder.resolve("out/numbers.csv"))).hasSize(302);
        assertThat(Files.readAllLines(folder.resolve("out/log.jsonl"))).hasSize(302);
        assertThat(Files.readString(folder.resolve("out/page.html")))
                .contains("\"finished\":true", "Raise the learning rate.");
        try (Stream<Path> events = Files.list(folder.resolve("out/events"))) {
            assertThat(events).hasSize(1).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    private static String run(String path, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        "Recorded",
                        out.toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static String block(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "recorders.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .findFirst()
                .orElseThrow();
    }
}
