package dev.gradwright.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The programs of docs/gradient-checks.md compile without the processor, do what the page says, and print what it shows. */
class GradientChecksPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^(?:public )?class (\\w+)", Pattern.MULTILINE);

    @Test
    void programsDoWhatThePageSaysAndPrintWhatItShows(@TempDir Path folder) throws Exception {
        List<String> names = compile(folder);
        Map<String, String> failures = new TreeMap<>();
        String printed = "";
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (String name : names) {
                Class<?> program = loader.loadClass(name);
                if (name.endsWith("Test")) {
                    failures.putAll(failures(program));
                } else {
                    printed += printedBy(program, folder.resolve("picture.png"));
                }
            }
        }

        assertThat(names)
                .containsExactly(
                        "LineFitTest",
                        "AffineTest",
                        "LeastSquaresTest",
                        "HingeTest",
                        "StepScan",
                        "OptionsTest",
                        "CubeTest");
        assertThat(failures)
                .containsOnlyKeys("LineFitTest.gradientIsCorrect()", "HingeTest.everyDifferenceTellsSomething()");
        assertThat(folder.resolve("picture.png")).isNotEmptyFile();
        String output = String.join("\n", failures.values()) + "\n" + printed;
        assertThat(blocks("text"))
                .hasSize(3)
                .flatMap(GradientChecksPageTest::parts)
                .allSatisfy(part -> assertThat(output).contains(part));
    }

    private static List<String> compile(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (String program : blocks("java")) {
            Matcher declaration = CLASS.matcher(program);
            assertThat(declaration.find()).as(program).isTrue();
            names.add(declaration.group(1));
            arguments.add(Files.writeString(folder.resolve(declaration.group(1) + ".java"), program)
                    .toString());
        }
        int outcome = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(outcome).as("javac").isZero();
        return names;
    }

    private static Map<String, String> failures(Class<?> tests) {
        Map<String, String> messages = new TreeMap<>();
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().testEvents().failed().stream()
                .forEach(event -> messages.put(
                        tests.getName() + "." + event.getTestDescriptor().getDisplayName(), message(event)));
        return messages;
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }

    /** Runs a program in a process of its own, for what it prints. */
    private static String printedBy(Class<?> program, Path picture) throws IOException, InterruptedException {
        String path = Path.of(program.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                + System.getProperty("path.separator")
                + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        path,
                        program.getName(),
                        picture.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** What is shown in one piece; a line of three dots stands for lines left out. */
    private static List<String> parts(String block) {
        return Stream.of(block.split("(?m)^ *\\.\\.\\.$")).map(String::strip).toList();
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "gradient-checks.md")))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }
}
