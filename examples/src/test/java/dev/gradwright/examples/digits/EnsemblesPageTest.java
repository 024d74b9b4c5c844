package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/ensembles.md shows compiles, one piece after the other. */
class EnsemblesPageTest {

    private static final String BEFORE = """
            import dev.gradwright.ensemble.*;
            import dev.gradwright.examples.digits.*;
            import java.nio.file.Path;
            import java.util.Collections;
            import org.ejml.data.DMatrixRMaj;
            abstract class Page {
                record Settings(double learningRate) {}
                abstract DigitClassifier train(Settings settings, long seed);
                void page(Settings best, DMatrixRMaj images, DMatrixRMaj test, int[] labels) throws Exception {
            """;

    @Test
    void piecesCompile() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "ensembles-page");
        String page = Files.readString(Path.of("..", "docs", "ensembles.md"));
        String pieces = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
        assertThat(pieces).contains("TrainedMembers.train", "Ensemble.of", "EvaluationPage.write");
        Path source = Files.writeString(folder.resolve("Page.java"), BEFORE + pieces + "}}\n");
        assertThat(Javac.compiles(source)).as("javac").isTrue();
    }
}
