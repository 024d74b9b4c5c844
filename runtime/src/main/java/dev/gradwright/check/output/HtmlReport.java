package dev.gradwright.check.output;

import static dev.gradwright.chart.Svg.escaped;

import dev.gradwright.chart.Svg;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.RegularizationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A report as a page of HTML: stages, coverage, the worst coordinates, the V-curve, a histogram of the errors of each input, and the lines of code with kinks.
 * The page is one file without scripts, and well-formed XML too; it loads nothing, follows the light and dark mode of the browser, and fits a phone.
 */
public final class HtmlReport {

    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /** The page. */
    public static String of(GradientReport report) {
        String outcome = report.isRight() ? "passed" : "failed";
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                        + "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                        + "<link rel=\"icon\" href=\"data:,\"/>\n<title>"
                        + escaped(report.subject()) + ": " + outcome + "</title>\n<style>\n" + style() + Svg.STYLE
                        + "</style>\n</head>\n<body>\n");
        header(html, report, outcome);
        regularization(html, report.regularization());
        for (PassReport pass : report.passes()) {
            html.append(HtmlPass.html(pass));
        }
        return html + "<footer>Gradwright gradient check</footer>\n</body>\n</html>\n";
    }

    /**
     * Writes the page into a file, and makes the folders that are missing.
     *
     * @throws IOException if that fails
     */
    public static void write(GradientReport report, Path file) throws IOException {
        TextFile.write(file, of(report));
    }

    private static void header(StringBuilder html, GradientReport report, String outcome) {
        html.append("<header class=\"" + outcome + "\">\n<p class=\"quiet\">Gradient check</p>\n<h1>"
                + escaped(report.subject()) + " <span class=\"outcome " + outcome + "\">"
                + report.verdict().name().toLowerCase(Locale.ROOT) + "</span></h1>\n<ul class=\"failures\">\n");
        List<String> sentences = report.isRight() ? List.of(report.summary()) : report.failures();
        for (String sentence : sentences) {
            html.append(sentence.startsWith(" ") ? "<li class=\"cause\">" : "<li>")
                    .append(escaped(sentence.strip()))
                    .append("</li>\n");
        }
        html.append("</ul>\n<p class=\"quiet\">" + escaped(report.settings().title()) + "</p>\n");
        report.replay().ifPresent(how -> html.append("<p>Replay: <code>" + escaped(how) + "</code></p>\n"));
        html.append("</header>\n");
    }

    private static void regularization(StringBuilder html, List<RegularizationReport> reports) {
        HtmlTable table = new HtmlTable(
                "Norms of the gradients of penalty and data loss, over the parameters that both have",
                "steps of training",
                "penalty",
                "data loss",
                "penalty / data loss",
                "");
        for (RegularizationReport report : reports) {
            table.row(
                    "" + report.burnIn(),
                    String.format(Locale.ROOT, "%.3g", report.penaltyNorm()),
                    String.format(Locale.ROOT, "%.3g", report.dataNorm()),
                    String.format(Locale.ROOT, "%.3g", report.ratio()),
                    report.dominates() ? "the penalty dominates and may hide a wrong data loss" : "");
        }
        if (!reports.isEmpty()) {
            html.append("<section>\n<h2>Regularization</h2>\n" + table.html() + "</section>\n");
        }
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
