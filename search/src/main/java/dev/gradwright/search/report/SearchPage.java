package dev.gradwright.search.report;

import static dev.gradwright.chart.Svg.escaped;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.page.HtmlPage;
import dev.gradwright.search.journal.StudyHeader;
import dev.gradwright.search.journal.StudyLog;
import dev.gradwright.search.space.Space;
import dev.gradwright.search.trial.Direction;
import dev.gradwright.search.trial.TrialRecord;
import dev.gradwright.search.watch.Borders;
import dev.gradwright.search.watch.Scales;
import dev.gradwright.search.watch.SeedNoise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A search as a page: for each study its findings, the history, a chart by each hyperparameter with the ends of its range marked, parallel coordinates,
 * importances, and a table of trials; and how the last few did with several seeds. One file of HTML without scripts, which loads nothing.
 */
public final class SearchPage {

    private static final String STYLE = "search.css";

    private final String title;
    private final StringBuilder sections = new StringBuilder();

    private SearchPage(String title) {
        this.title = title;
    }

    /** A page without studies yet. */
    public static SearchPage titled(String title) {
        return new SearchPage(title);
    }

    /**
     * Adds a study.
     *
     * @param name what to call it
     * @param value what was minimized or maximized
     * @param trials those that have ended
     */
    public SearchPage study(String name, String value, Direction direction, Space space, List<TrialRecord> trials) {
        List<Finding> findings = new ArrayList<>(Scales.findings(space));
        findings.addAll(Borders.findings(space, trials, direction));
        sections.append(StudySection.html(PageStudy.of(name, value, direction, space, trials, findings)));
        return this;
    }

    /**
     * Adds the study of a journal.
     *
     * @throws IllegalArgumentException if the journal is empty
     */
    public SearchPage study(String name, StudyLog log) {
        StudyHeader header =
                log.header().orElseThrow(() -> new IllegalArgumentException("there is no study in the journal yet"));
        return study(name, header.value(), header.direction(), log.space(), log.trials());
    }

    /** Adds how the last few did with several seeds. */
    public SearchPage noise(SeedNoise noise) {
        sections.append(
                "<section>\n<div class=\"section-head\"><h2>With other seeds</h2></div>\n<div class=\"card\"><p>"
                        + escaped(sentence(noise))
                        + "</p>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr><th>"
                        + "hyperparameters</th><th class=\"number\">mean</th><th class=\"number\">deviation</th>"
                        + "<th>results</th></tr></thead>\n<tbody>\n");
        for (SeedNoise.Candidate candidate : noise.candidates()) {
            sections.append("<tr><td>" + escaped(candidate.point().toString()) + "</td><td class=\"number\">"
                    + Figures.few(candidate.mean()) + "</td><td class=\"number\">" + Figures.few(candidate.deviation())
                    + "</td><td>"
                    + String.join(
                            ", ", candidate.values().stream().map(Figures::few).toList()) + "</td></tr>\n");
        }
        sections.append("</tbody></table></div></div>\n</section>\n");
        return this;
    }

    private static String sentence(SeedNoise noise) {
        String sentence = noise.sentence();
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    /** The page. */
    public String html() {
        return HtmlPage.titled(title)
                .style(HtmlPage.resource(SearchPage.class, STYLE))
                .body(
                        "<header class=\"top card\"><h1>" + escaped(title) + "</h1></header>\n<main>\n" + sections
                                + "</main>\n<footer>Gradwright search page. Point at a dot or a line to see its trial.</footer>\n")
                .html();
    }

    /**
     * Writes the page into a file, and makes the folders that are missing.
     *
     * @throws IOException if that fails
     */
    public void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, html());
    }
}
