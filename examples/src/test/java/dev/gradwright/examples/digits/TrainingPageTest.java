package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program of docs/training.md compiles, and prints what the page shows. */
class TrainingPageTest {

    private static final String PROGRAM = "TrainDigits";

    @Test
    void programPrintsWhatThePageShows() throws Exception {
        Path folder = Files.createTempDirectory("training-page");
        try {
            String printed = printed(folder);

            // a line of three dots stands for lines left out
            assertThat(Stream.of(block("text").split("(?m)^\\.\\.\\.$")).map(String::strip))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(part -> assertThat(printed).contains(part));
        } finally {
            remove(folder);
        }
    }

    private static void compile(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve(PROGRAM + ".java"), block("java"));
        assertThat(Javac.compiles(source)).as("javac").isTrue();
    }

    private static String printed(Path folder) throws IOException, InterruptedException {
        compile(folder);
        Path output = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        PROGRAM,
                        folder.resolve("checkpoints").toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(output);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "training.md")));
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }
}
