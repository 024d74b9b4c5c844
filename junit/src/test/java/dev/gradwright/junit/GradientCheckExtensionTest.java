package dev.gradwright.junit;

import static dev.gradwright.check.GradientCheck.of;
import static dev.gradwright.junit.GradientAssertions.assertThatGradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.gradwright.check.GradientCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class GradientCheckExtensionTest {

    private static final String NAME = GradientCheckExtensionTest.class.getName();
    private static final Pattern SEED = Pattern.compile("seed (-?\\d+)\\)");

    private static final GradientCheck RIGHT =
            of(x -> x[0] * x[0], x -> new double[] {2 * x[0]}).at(3);
    private static final GradientCheck WRONG =
            of(x -> x[0] * x[0], x -> new double[] {x[0]}).at(3);

    /** Tests of a user: run by those below, not by themselves. */
    @ExtendWith(GradientCheckExtension.class)
    static class Mixed {

        @Test
        void right() {
            assertThatGradient(RIGHT).isCorrect();
        }

        @Test
        void wrong() {
            assertThatGradient(WRONG).isCorrect();
        }

        @Test
        void twice() {
            assertThatGradient(RIGHT).isCorrect();
            assertThatGradient(RIGHT).isCorrectWithin(1e-6);
        }

        @Test
        @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void inAnotherThread() {
            assertThatGradient(RIGHT).isCorrect();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void sizes(int size) {
            assertThatGradient(RIGHT).isCorrect();
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of(DynamicTest.dynamicTest(
                    "one", () -> assertThatGradient(RIGHT).isCorrect()));
        }
    }

    static class Bare {

        @Test
        void wrong() {
            assertThatGradient(WRONG).isCorrect();
        }
    }

    @ExtendWith(GradientCheckExtension.class)
    static class Many {

        @RepeatedTest(40)
        void one() {
            assertThatGradient(of(x -> x[0] * x[0], x -> new double[] {2 * x[0]})
                            .at(3))
                    .isCorrect();
        }

        @RepeatedTest(40)
        void two() {
            assertThatGradient(of(x -> x[0] * x[0], x -> new double[] {2 * x[0]})
                            .at(3))
                    .isCorrect();
        }
    }

    @Test
    void writesAPageAndAFileForEveryCheckOfEveryKindOfTest(@TempDir Path folder) throws IOException {
        run(Mixed.class, Map.of(GradientCheckExtension.REPORTS, folder.toString()));

        List<String> names = Stream.of(
                        "dynamic-1",
                        "inAnotherThread",
                        "right",
                        "sizes-int-1",
                        "sizes-int-2",
                        "twice",
                        "twice-2",
                        "wrong")
                .map(test -> NAME + "$Mixed." + test)
                .flatMap(test -> Stream.of(test + ".html", test + ".json"))
                .toList();
        assertThat(filesIn(folder)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(folder.resolve(NAME + "$Mixed.wrong.json")).content().contains("\"verdict\": \"WRONG\"");
        assertThat(folder.resolve(NAME + "$Mixed.right.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void writesNothingUnlessAsked(@TempDir Path folder) throws IOException {
        run(Mixed.class, Map.of());

        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void saysInTheMessageWhereTheReportIs(@TempDir Path folder) {
        String message = messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.REPORTS, folder.toString()));

        assertThat(message)
                .startsWith("f: the gradient of x (1) at [0] is wrong")
                .endsWith("written to " + folder.resolve(NAME + "$Mixed.wrong.html") + " and .json beside it");
    }

    @Test
    void saysHowAFailureIsReplayed() {
        assertThat(messageOfWrong(Mixed.class, Map.of()))
                .contains("replay: " + NAME + "$Mixed.wrong with -Dgradwright.check.seed=1\n");
        assertThat(messageOfWrong(Bare.class, Map.of())).doesNotContain("replay");
    }

    @Test
    void takesTheSeedFromOutside() {
        assertThat(messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.SEED, "-42")))
                .contains("seed -42)")
                .contains("-Dgradwright.check.seed=-42\n");
    }

    @Test
    void replaysARandomSeedToTheLastDigitOfTheReport() {
        String first = messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.SEED, "random"));
        String seed = SEED.matcher(first)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();

        String again = messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.SEED, seed));
        String other = messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.SEED, "random"));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void refusesASeedThatIsNone() {
        String message = messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.SEED, "seven"));

        assertThat(message).isEqualTo("gradwright.check.seed is \"seven\"; it must be a whole number, or random");
    }

    @Test
    void namesTheParameterIfReportsCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file");

        String message = messageOfWrong(Mixed.class, Map.of(GradientCheckExtension.REPORTS, file.toString()));

        assertThat(message).endsWith("cannot be written; gradwright.check.reports must name a folder that is writable");
    }

    @Test
    void keepsReportsApartWhenTestsRunInParallel(@TempDir Path folder) throws IOException {
        Events tests = run(
                Many.class,
                Map.of(
                        GradientCheckExtension.REPORTS,
                        folder.toString(),
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "4"));

        tests.assertStatistics(counts -> counts.succeeded(80));
        assertThat(filesIn(folder)).hasSize(160).contains(NAME + "$Many.one-1.json", NAME + "$Many.two-40.json");
    }

    private static Events run(Class<?> tests, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameters(parameters)
                .execute()
                .testEvents();
    }

    private static String messageOfWrong(Class<?> tests, Map<String, String> parameters) {
        return run(tests, parameters).failed().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals("wrong()"))
                .map(GradientCheckExtensionTest::message)
                .findFirst()
                .orElseThrow();
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage();
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
