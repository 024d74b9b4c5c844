package dev.gradwright.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/monitoring.md and docs/training.md show in pieces, and the calls that they name within sentences, compile. */
class CallsOnPagesTest {

    private static final Pattern CALL = Pattern.compile("`(\\w+(?:\\.\\w+)*\\([^`]*\\))`");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final String BEFORE = """
            import dev.gradwright.examples.digits.DigitClassifierGradient;
            import dev.gradwright.monitor.*;
            import dev.gradwright.monitor.activation.Range;
            import dev.gradwright.monitor.advice.*;
            import dev.gradwright.monitor.page.TrainingPage;
            import dev.gradwright.monitor.setup.Monitors;
            import dev.gradwright.train.*;
            import dev.gradwright.train.checkpoint.*;
            import dev.gradwright.train.data.*;
            import dev.gradwright.train.objective.Reduction;
            import dev.gradwright.train.progress.Progress;
            import dev.gradwright.train.sanity.*;
            import java.nio.file.Path;
            import org.ejml.data.DMatrixRMaj;
            class Page {
                void page(Trainer<DigitClassifierGradient, Batch<DMatrixRMaj, int[]>> trainer, Run run, Path folder, Path path,
                        Recorder recorder, Monitors monitors, ImageShape shape, String parameter, String layer, String sentence,
                        Examples<DMatrixRMaj, int[]> examples, Checkpoints checkpoints, SanityReport report, int n, int epochs,
                        double change, long seed) throws Exception {
            """;

    @TempDir
    Path folder;

    @Test
    void theMonitoringPage() throws IOException {
        String text = page("monitoring.md");
        Matcher piece = BLOCK.matcher(text);
        assertThat(piece.find()).isTrue();
        List<String> calls = calls(text, "monitors", Map.of());
        assertThat(calls).hasSize(7);
        assertCompiles(piece.group(1) + String.join("", calls));
    }

    @Test
    void theTrainingPage() throws IOException {
        List<String> calls = calls(
                BLOCK.matcher(page("training.md")).replaceAll(""),
                "trainer",
                Map.of("split", "examples", "resume", "checkpoints", "orThrow", "report"));
        assertThat(calls).hasSize(14);
        assertCompiles(String.join("", calls));
    }

    /** The calls of a text as statements. Those of methods without a receiver are of the usual one, or of another one for some names. */
    private static List<String> calls(String text, String usual, Map<String, String> others) {
        List<String> statements = new ArrayList<>();
        CALL.matcher(text).results().map(match -> match.group(1)).forEach(call -> {
            if (!call.contains("...")) {
                String method = call.substring(0, call.indexOf('('));
                boolean hasReceiver = method.contains(".");
                statements.add((hasReceiver ? "" : others.getOrDefault(method, usual) + ".") + call + ";\n");
            }
        });
        return statements;
    }

    private void assertCompiles(String statements) throws IOException {
        Path source = Files.writeString(folder.resolve("Page.java"), BEFORE + statements + "}}\n");
        assertThat(Javac.compiles(source)).as(statements).isTrue();
    }

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }
}
