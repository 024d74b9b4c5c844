package dev.gradwright.monitor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of rules in docs/monitoring.md is that of the code. */
class MonitoringPageTest {

    private static String row(Rule rule) {
        return "| `" + rule.name() + "` | " + rule.looksFor() + " | " + rule.thresholds() + " | " + rule.patience()
                + " |";
    }

    @Test
    void everyRuleHasItsRowAndEveryRowItsRule() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "monitoring.md")).stream()
                .dropWhile(line -> !line.startsWith("| rule |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Rules.usual().stream().map(MonitoringPageTest::row).toList());
    }
}
