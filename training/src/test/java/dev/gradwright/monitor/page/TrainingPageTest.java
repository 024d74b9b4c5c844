package dev.gradwright.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.Histogram;
import dev.gradwright.monitor.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.json.Json;

class TrainingPageTest {

    @TempDir
    Path folder;

    private final TrainingPage page = new TrainingPage("test");

    @Test
    void isSavedWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("new/page.html");
        page.save(file);
        page.scalar("loss", 1, 1);
        page.save(file);

        assertThat(Files.readString(file)).contains("\"tag\":\"loss\"").endsWith("</html>\n");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatCannotBeIsNamedAndNothingIsLeftBehind() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> page.save(taken.resolve("page.html")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write " + taken.resolve("page.html"));
        assertThatThrownBy(() -> page.save(folder)).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }

    @Test
    void isSavedWhenClosedIfItHasAFile() throws IOException {
        Path file = folder.resolve("page.html");
        TrainingPage saved = new TrainingPage("test", file);
        saved.close();
        saved.close();

        assertThat(Files.readString(file)).contains("\"finished\":true");
    }

    @Test
    void aLongRunWithEverythingStaysSmall() throws IOException {
        SyntheticRun run = new SyntheticRun(page);
        for (int from = 0; from < 40_000; from += 1000) {
            run.steps(from, from + 1000);
            run.worry(from);
        }
        Path file = folder.resolve("page.html");
        page.save(file);

        assertThat(Files.size(file)).isLessThan(1_500_000);
        assertThat(page.changes(0)).contains("\"times\":40");
    }

    @Test
    void tagsBeyondALimitAreCounted() {
        for (int i = 0; i < 600; i++) {
            page.scalar("tag " + i, 1, i);
        }
        Map<String, Object> changes = changes(0);

        assertThat((List<?>) changes.get("series")).hasSize(500);
        assertThat(changes).containsEntry("leftOut", 100L);
    }

    @Test
    void stepsThatAreTakenAgainAreForgotten() {
        page.scalar("loss", 1, 1);
        page.scalar("loss", 5, 5);
        page.histogram("h", 5, new Histogram(1, 0, 1, 1, 1, 1, new double[] {1, 2}, new long[] {1}));
        page.picture("p", 5, new Picture(1, 1, 1, new byte[1]));
        page.finding(new Finding("rule", Finding.Severity.NOTE, 5, "", 0, 0, "", "", ""));
        page.resume(3);
        Map<String, Object> changes = changes(0);

        assertThat(changes).containsEntry("step", 3L);
        assertThat(((Map<?, ?>) ((List<?>) changes.get("series")).get(0)).get("steps"))
                .isEqualTo(List.of(1L));
        assertThat((List<?>) changes.get("histograms")).isEmpty();
        assertThat((List<?>) changes.get("pictures")).isEmpty();
        assertThat((List<?>) changes.get("findings")).isEmpty();
    }

    @Test
    void theWorstFindingsComeFirstAndEachOnce() {
        for (int step = 1; step <= 3; step++) {
            page.finding(new Finding("note", Finding.Severity.NOTE, step, "", 0, 0, "sentence " + step, "", ""));
        }
        page.finding(new Finding("error", Finding.Severity.ERROR, 9, "", 0, 0, "", "", ""));
        List<?> findings = (List<?>) changes(0).get("findings");

        assertThat(findings).hasSize(2);
        assertThat(((Map<?, ?>) findings.get(0)).get("rule")).isEqualTo("error");
        assertThat(((Map<?, ?>) findings.get(1)).get("sentence")).isEqualTo("sentence 3");
        assertThat(((Map<?, ?>) findings.get(1)).get("times")).isEqualTo(3L);
        assertThat(((Map<?, ?>) findings.get(1)).get("first")).isEqualTo(1L);
    }

    /** A reader that is told what is new while another thread records has everything in the end. */
    @Test
    void nothingIsMissedBetweenTwoAnswers() throws InterruptedException {
        int steps = 20_000;
        Thread training = new Thread(() -> {
            for (int step = 0; step < steps; step++) {
                page.scalar("a", step, step);
                page.scalar("b", step, -step);
            }
        });
        training.start();
        Reader reader = new Reader();
        while (training.isAlive()) {
            reader.take(changes(reader.version));
        }
        training.join();
        reader.take(changes(reader.version));
        Reader fresh = new Reader();
        fresh.take(changes(0));

        assertThat(reader.steps).isEqualTo(fresh.steps);
        assertThat(reader.steps.get("a")).endsWith(steps - 1L);
    }

    /** Keeps what it is told as the page's script does. */
    private static final class Reader {

        private final Map<Object, List<Object>> steps = new HashMap<>();
        private long version;

        void take(Map<String, Object> changes) {
            version = (Long) changes.get("version");
            for (Object one : (List<?>) changes.get("series")) {
                Map<?, ?> news = (Map<?, ?>) one;
                List<Object> mine = steps.computeIfAbsent(news.get("tag"), tag -> new ArrayList<>());
                int from = ((Long) news.get("from")).intValue();
                mine.subList(Math.min(from, mine.size()), mine.size()).clear();
                assertThat(mine).hasSize(from);
                mine.addAll((List<?>) news.get("steps"));
            }
        }
    }

    private Map<String, Object> changes(long version) {
        return new Json().toType(page.changes(version), Json.MAP_TYPE);
    }
}
