package dev.gradwright.search.report;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.search.Study;
import dev.gradwright.search.StudyResult;
import dev.gradwright.search.journal.StudyLog;
import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.search.watch.SeedNoise;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class SearchPageTest {

    private static final Space SPACE = Space.empty()
            .with("learningRate", logUniform(1e-6, 10))
            .with("dropout", uniform(0, 0.9))
            .with("units", integer(8, 64))
            .with("<method>", choice("sgd & co", "adam"));

    private static StudyResult study(Path journal, int trials) throws IOException {
        try (Study study = Study.minimize("validation loss")
                .space(SPACE)
                .seed(2)
                .trials(trials)
                .journal(journal)
                .open()) {
            return study.run(trial -> {
                if (trial.number() % 10 == 9) {
                    throw new IllegalStateException("<script>alert(1)</script>");
                }
                double rate = trial.real("learningRate");
                return rate > 5 ? Double.NaN : Math.log10(rate) + 6 + 0.01 * trial.real("dropout") + 0.1;
            });
        }
    }

    private static int count(String regex, String text) {
        return (int) Pattern.compile(regex).matcher(text).results().count();
    }

    @Test
    void aPageShowsEachTrialInEachChartAndTheEndsOfRanges(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("study.journal");
        StudyResult result = study(journal, 60);
        String page =
                SearchPage.titled("Digits").study("All", StudyLog.read(journal)).html();

        int trials = result.trials().size();
        assertThat(count("<circle ", page)).as("history and four slices").isEqualTo(5 * trials);
        assertThat(count("class=\"dot failed\"", page)).isEqualTo(5 * 6);
        assertThat(count("class=\"trace", page)).isEqualTo((int)
                result.trials().stream().filter(TrialRecord::isCompleted).count());
        assertThat(count("class=\"border\"", page))
                .as("two ends of three ranges")
                .isEqualTo(6);
        assertThat(count("<tr><td>", page)).isEqualTo(trials);
        assertThat(page)
                .contains("learningRate (log)")
                .contains("Unless it can go no further, search logUniform(3.2e-10, 10).")
                .contains("PED-ANOVA")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script")
                .doesNotContain("<method>");
    }

    @Test
    void drawingsAreWellFormed(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("study.journal");
        study(journal, 30);
        Path file = folder.resolve("pages/search.html");
        SearchPage.titled("Digits").study("All", StudyLog.read(journal)).save(file);

        List<String> drawings = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group())
                .toList();
        assertThat(drawings).hasSize(1 + 1 + 4 + 1);
        for (String drawing : drawings) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawing)));
            assertThat(drawing).doesNotContainPattern(" (c?[xyd]|[xy][12]|width|height)=\"[^\"]*(NaN|Infinity)");
        }
    }

    @Test
    void aHyperparameterThatDecidesIsMoreImportantThanThoseThatDoNot(@TempDir Path folder) throws IOException {
        StudyResult result = study(folder.resolve("study.journal"), 200);
        Map<String, Double> importances = Importance.of(SPACE, result.trials(), Direction.MINIMIZE);

        assertThat(importances.get("learningRate")).isGreaterThan(0.6);
        assertThat(importances.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isBetween(0.999999, 1.000001);
        assertThat(Importance.of(SPACE, result.trials().subList(0, 15), Direction.MINIMIZE))
                .isEmpty();
    }

    @Test
    void studiesWithoutResultsAndWithFewAreShownToo(@TempDir Path folder) throws IOException {
        for (int trials : new int[] {1, 2, 3}) {
            Path journal = folder.resolve(trials + ".journal");
            study(journal, trials);
            assertThat(SearchPage.titled("Few")
                            .study("All", StudyLog.read(journal))
                            .html())
                    .contains("<dt>trials</dt><dd>" + trials + "</dd>")
                    .doesNotContain("NaN\"");
        }
        assertThat(SearchPage.titled("None")
                        .study("All", "loss", Direction.MINIMIZE, SPACE, List.of())
                        .html())
                .contains("<dt>best loss</dt><dd>–</dd>");
        StudyLog empty = new StudyLog(Optional.empty(), Map.of(), List.of(), Map.of(), 0);
        assertThatThrownBy(() -> SearchPage.titled("None").study("All", empty))
                .hasMessage("there is no study in the journal yet");
    }

    @Test
    void aComparisonWithOtherSeedsIsShown() {
        SeedNoise noise = SeedNoise.of(
                List.of(
                        new SeedNoise.Candidate(Assignment.empty().with("rate", 0.1), List.of(0.5, 0.52)),
                        new SeedNoise.Candidate(Assignment.empty().with("rate", 0.2), List.of(0.4, 0.41))),
                Direction.MINIMIZE);

        assertThat(SearchPage.titled("Seeds").noise(noise).html())
                .contains("The winner has a mean of 0.4050")
                .contains("<td>rate 0.2000</td><td class=\"number\">0.405</td>")
                .contains("0.5, 0.52");
    }

    @Test
    void axesHaveRoundTicks() {
        assertThat(RangeAxis.steps(0, 1)).containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
        assertThat(RangeAxis.steps(3, 997)).containsExactly(200.0, 400.0, 600.0, 800.0);
        assertThat(RangeAxis.powers(1e-6, 10).stream().map(Figures::few)).containsExactly("1e-6", "1e-4", "0.01", "1");
        assertThat(RangeAxis.powers(2, 9)).containsExactly(2.0, 9.0);
        assertThat(Figures.few(0.6000000000000001)).isEqualTo("0.6");
        assertThat(Figures.few(1234567)).isEqualTo("1.23e6");
        assertThat(Figures.few(1e-12)).isEqualTo("1e-12");
        assertThat(Figures.few(Double.NaN)).isEqualTo("NaN");
    }
}
