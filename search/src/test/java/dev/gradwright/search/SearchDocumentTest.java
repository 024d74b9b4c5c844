package dev.gradwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/search.md compile, and print what the page shows. */
class SearchDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^public class (\\w+)", Pattern.MULTILINE);
    private static final String PATH = System.getProperty("java.class.path");

    @TempDir
    Path folder;

    @Test
    void programsPrintWhatThePageShows() throws Exception {
        List<String> programs = blocks("java");
        List<String> shown = blocks("text");
        assertThat(programs).hasSameSizeAs(shown).hasSize(3);
        for (int i = 0; i < programs.size(); i++) {
            Matcher name = CLASS.matcher(programs.get(i));
            assertThat(name.find()).isTrue();
            assertThat(printedBy(name.group(1), programs.get(i))).isEqualTo(shown.get(i));
        }
        assertThat(folder.resolve("first.journal")).isNotEmptyFile();
        assertThat(folder.resolve("staged/search.html")).content().contains("With other seeds");
    }

    private String printedBy(String name, String program) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve(name + ".java"), program);
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), "-cp", PATH, source.toString());
        assertThat(outcome).as("javac").isZero();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + System.getProperty("path.separator") + PATH,
                name,
                folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "search.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
