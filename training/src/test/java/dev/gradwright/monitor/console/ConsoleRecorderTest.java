package dev.gradwright.monitor.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.monitor.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleRecorderTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ConsoleRecorder recorder = ConsoleRecorder.to(new PrintStream(bytes, true, StandardCharsets.UTF_8))
            .every(10);

    @Test
    void theNumbersOfAStepAreOneLine() {
        for (int step = 10; step <= 25; step++) {
            recorder.scalar("train/loss", step, 1.0 / step);
            recorder.scalar("ratio/hidden.weight", step, 1e-3);
            recorder.scalar("accuracy", step, 1e-9);
        }
        recorder.close();

        assertThat(printed())
                .containsExactly(
                        "step 10  train/loss 0.1000  accuracy 1.000e-09",
                        "step 20  train/loss 0.05000  accuracy 1.000e-09");
    }

    @Test
    void whatIsMeasuredLessOftenIsPrintedToo() {
        for (int step = 0; step < 40; step++) {
            recorder.scalar("train/loss", step, step);
            if (step % 7 == 6) {
                recorder.scalar("validation/loss", step, step);
            }
        }
        recorder.close();

        assertThat(printed())
                .containsExactly(
                        "step 0  train/loss 0.000",
                        "step 6  validation/loss 6.000",
                        "step 10  train/loss 10.00",
                        "step 13  validation/loss 13.00",
                        "step 20  train/loss 20.00  validation/loss 20.00",
                        "step 30  train/loss 30.00",
                        "step 34  validation/loss 34.00");
    }

    @Test
    void otherTagsCanBeAskedFor() {
        ConsoleRecorder ratios = recorder.showing(tag -> tag.startsWith("ratio/"));
        ratios.scalar("train/loss", 10, 1);
        ratios.scalar("ratio/w", 10, Double.NaN);
        ratios.flush();

        assertThat(printed()).containsExactly("step 10  ratio/w NaN");
    }

    @Test
    void findingsAreToldInWordsAndNotAgainAndAgain() {
        recorder.scalar("train/loss", 10, 1);
        for (int step = 11; step < 40; step++) {
            recorder.finding(new Finding(
                    "plateau", Finding.Severity.WARNING, step, "w", 1, 2, "The loss is flat.", "Lower the rate.", ""));
        }
        assertThat(printed())
                .containsExactly(
                        "step 10  train/loss 1.000",
                        "WARNING plateau (w) at step 11: The loss is flat. Lower the rate.",
                        "WARNING plateau (w) at step 20: The loss is flat. Lower the rate. (found 10 times)");
    }

    @Test
    void stepsBetweenLinesArePositive() {
        assertThatThrownBy(() -> recorder.every(0)).hasMessage("lines every 0 steps; the least is 1");
    }

    private List<String> printed() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
