package dev.gradwright.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.file.JsonLinesRecorder;
import dev.gradwright.monitor.setup.Monitors;
import dev.gradwright.train.Checkpoints;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured and found in a training that was interrupted is what is measured and found in one that was not, though much depends on what was seen before. */
class ResumedMonitorsTest {

    private static final int EPOCHS = 4;
    private static final int INTERRUPTION = 103; // of 152 steps, amid an epoch

    @TempDir
    Path folder;

    @Test
    void unitsThatWereSilentForLongAreDeadAtOnce() throws IOException {
        List<String> lines = sameLines(run -> run.rate = 5);
        assertThat(values(lines, "dead/relu"))
                .hasSize(EPOCHS * 38 / 5 + 1)
                .startsWith(0.0, 0.0, 0.0, 0.0)
                .endsWith(values(lines, "dead/relu").get(INTERRUPTION / 5)); // no more die, and none lives again
        assertThat(values(lines, "dead/relu").get(INTERRUPTION / 5 + 1)).isPositive();
        assertThat(lines).anyMatch(line -> line.contains("\"finding\":\"dead-units\""));
    }

    @Test
    void aRangeThatIsNotFilledAnyMoreIsKnown() throws IOException {
        List<String> lines = sameLines(run -> {
            run.kind = DeepNetwork.TANH;
            run.deviation = 2;
            run.penalty = 0.5;
        });
        assertThat(values(lines, "saturation/tanh"))
                .hasSize(EPOCHS * 38 / 5 + 1)
                .endsWith(0.0);
        String last = lines.stream()
                .filter(line -> line.contains("\"histogram\":\"activation/tanh\""))
                .reduce((before, after) -> after)
                .orElseThrow();
        assertThat(last).contains("\"edges\":[-1.0,");
        assertThat(Double.parseDouble(last.replaceAll(".*\"max\":([^,]*),.*", "$1")))
                .isLessThan(0.9);
    }

    /** The lines of a training, after those of the same one that was interrupted are found to be the same. */
    private List<String> sameLines(Consumer<DigitRun> settings) throws IOException {
        Path whole = folder.resolve("whole.jsonl");
        train(settings, whole, Long.MAX_VALUE);
        Path interrupted = folder.resolve("interrupted.jsonl");
        train(settings, interrupted, INTERRUPTION);
        assertThat(withoutTimes(interrupted))
                .hasSizeLessThan(withoutTimes(whole).size());
        train(settings, interrupted, Long.MAX_VALUE);

        assertThat(withoutTimes(interrupted)).isEqualTo(withoutTimes(whole));
        return withoutTimes(whole);
    }

    private static void train(Consumer<DigitRun> settings, Path log, long end) throws IOException {
        try (JsonLinesRecorder json = new JsonLinesRecorder(log)) {
            DigitRun run = new DigitRun();
            run.epochs = EPOCHS;
            settings.accept(run);
            run.more = trainer -> trainer.checkpoints(
                            Checkpoints.in(log.resolveSibling(log.getFileName() + "-checkpoints"))
                                    .resume())
                    .hooks(Monitors.standard(json).every(5, 5, 5, 5).hooks())
                    .hook(new Hook() {
                        @Override
                        public void onBatchEnd(Run now) {
                            if (now.step() == end) {
                                now.stop("enough for today");
                            }
                        }
                    });
            run.run();
        }
    }

    private static List<Double> values(List<String> lines, String tag) {
        Pattern pattern = Pattern.compile("\\{\"step\":\\d+,\"scalar\":\"" + tag + "\",\"value\":(.*)}");
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(value -> Double.valueOf(value.group(1)))
                .toList();
    }

    private static List<String> withoutTimes(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !line.contains("\"time/"))
                .toList();
    }
}
