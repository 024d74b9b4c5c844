package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPageTest {

    private final Evaluation evaluation = Ensemble.of(
                    List.of(
                            LinearModel.saying("first", new double[][] {{2, 0}, {0, 1}, {1, 0}}),
                            LinearModel.saying("<second>", new double[][] {{1, 0}, {3, 0}, {0, 1}})),
                    Combination.PROBABILITIES)
            .evaluate(null, new int[] {0, 1, 0});

    @Test
    void hasARowForEachMemberAndTheEnsemble() {
        String html = EvaluationPage.html("Two members", evaluation);

        assertThat(html)
                .contains("<title>Two members</title>")
                .contains("<td>first</td><td class=\"number\">100.00 %</td>")
                .contains("<td>&lt;second&gt;</td><td class=\"number\">33.33 %</td>")
                .contains("<td>ensemble</td><td class=\"number\">66.67 %</td>")
                .doesNotContain("<second>");
    }

    @Test
    void drawsAccuracyAndReliability() {
        assertThat(EvaluationPage.html("Two members", evaluation).split("<svg", -1))
                .hasSize(3);
    }

    @Test
    void isWrittenToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ensemble.html");

        EvaluationPage.write("Two members", evaluation, file);

        assertThat(Files.readString(file)).isEqualTo(EvaluationPage.html("Two members", evaluation));
    }
}
