package dev.gradwright.ensemble;

import static dev.gradwright.chart.Svg.escaped;

import dev.gradwright.chart.Curve;
import dev.gradwright.chart.LineChart;
import dev.gradwright.chart.Svg;
import dev.gradwright.monitor.WholeFile;
import dev.gradwright.monitor.page.HtmlPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An {@link Evaluation} as one file of HTML: members, how accuracy grows with them, where they disagree, and whether probabilities can be believed. */
public final class EvaluationPage {

    private static final String STYLE = ".charts { margin-bottom: 1rem; }\n";

    private final Evaluation evaluation;
    private final StringBuilder body = new StringBuilder();

    private EvaluationPage(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The page as text. */
    public static String html(String title, Evaluation evaluation) {
        EvaluationPage page = new EvaluationPage(evaluation);
        page.head(title);
        page.members();
        page.charts();
        page.disagreement();
        return HtmlPage.titled(title)
                .style(Svg.STYLE)
                .style(STYLE)
                .body(page.body.toString())
                .html();
    }

    /**
     * Writes the page; a file that was there is replaced only when all is written.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(String title, Evaluation evaluation, Path file) throws IOException {
        WholeFile.write(file, html(title, evaluation).getBytes(StandardCharsets.UTF_8));
    }

    private void head(String title) {
        body.append("<header class=\"top\"><h1>" + escaped(title) + "</h1></header>\n<main>\n<dl class=\"tiles\">\n");
        tile("ensemble", percent(evaluation.ensemble().accuracy()));
        tile("best member", percent(evaluation.bestAccuracy()));
        tile("mean of the members", percent(evaluation.meanAccuracy()));
        tile("disagreement of two", percent(evaluation.meanDisagreement()));
        tile("calibration error", few(evaluation.ensemble().calibrationError()));
        tile("log loss", few(evaluation.ensemble().logLoss()));
        body.append("</dl>\n");
    }

    private void tile(String name, String value) {
        body.append("<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n");
    }

    private void members() {
        body.append("<section class=\"card\"><h2>Members</h2>\n<p class=\"quiet\">"
                + evaluation.members().size()
                + " members on " + evaluation.examples() + " examples, combined by "
                + evaluation.combination().name().toLowerCase(Locale.ROOT)
                + ". The gain of a member is what the ensemble would lose without it.</p>\n"
                + "<div class=\"scroll\"><table><thead><tr><th>member</th>");
        for (String name : List.of("accuracy", "log loss", "calibration error", "gain", "ensemble so far")) {
            body.append("<th class=\"number\">" + name + "</th>");
        }
        body.append("</tr></thead><tbody>\n");
        for (Evaluation.MemberResult member : evaluation.members()) {
            row(
                    member.name(),
                    percent(member.quality().accuracy()),
                    few(member.quality().logLoss()),
                    few(member.quality().calibrationError()),
                    Double.isNaN(member.gain()) ? "" : String.format(Locale.ROOT, "%+.2f %%", 100 * member.gain()),
                    percent(member.soFar()));
        }
        Quality whole = evaluation.ensemble();
        row(
                "ensemble",
                percent(whole.accuracy()),
                few(whole.logLoss()),
                few(whole.calibrationError()),
                "",
                percent(whole.accuracy()));
        body.append("</tbody></table></div></section>\n");
    }

    private void row(String name, String... numbers) {
        body.append("<tr><td>" + escaped(name) + "</td>");
        for (String number : numbers) {
            body.append("<td class=\"number\">" + escaped(number) + "</td>");
        }
        body.append("</tr>\n");
    }

    private void charts() {
        body.append("<div class=\"grid charts\">\n");
        figure(growth(), "How accuracy grows from member to member, in the order of the table.");
        figure(
                reliability(),
                "Of all answers with one confidence, the fraction that is right. On the diagonal probabilities can be believed; below it they"
                        + " promise too much.");
        body.append("</div>\n");
    }

    private void figure(LineChart chart, String caption) {
        body.append("<figure class=\"card\">" + chart.svg() + "<figcaption>" + escaped(caption)
                + "</figcaption></figure>\n");
    }

    private LineChart growth() {
        double[] count = IntStream.rangeClosed(1, evaluation.members().size())
                .asDoubleStream()
                .toArray();
        double[] soFar = evaluation.members().stream()
                .mapToDouble(Evaluation.MemberResult::soFar)
                .toArray();
        double[] alone = evaluation.members().stream()
                .mapToDouble(member -> member.quality().accuracy())
                .toArray();
        return new LineChart(
                "Accuracy by members",
                "members",
                "accuracy",
                false,
                false,
                List.of(new Curve("ensemble so far", count, soFar), new Curve("member alone", count, alone)));
    }

    private LineChart reliability() {
        List<ReliabilityBin> bins = evaluation.ensemble().reliability().stream()
                .filter(bin -> bin.count() > 0)
                .toList();
        Curve right = new Curve(
                "ensemble",
                bins.stream().mapToDouble(ReliabilityBin::confidence).toArray(),
                bins.stream().mapToDouble(ReliabilityBin::accuracy).toArray());
        Curve diagonal = new Curve("calibrated", new double[] {0, 1}, new double[] {0, 1});
        return new LineChart("Reliability", "confidence", "accuracy", false, false, List.of(right, diagonal));
    }

    private void disagreement() {
        body.append("<section class=\"card\"><h2>Disagreement</h2>\n"
                + "<p class=\"quiet\">The share of the examples for which two members choose different classes. An ensemble gains nothing from"
                + " members that always agree.</p>\n<div class=\"scroll\"><table><thead><tr><th></th>");
        evaluation.members().forEach(member -> body.append("<th class=\"number\">" + escaped(member.name()) + "</th>"));
        body.append("</tr></thead><tbody>\n");
        for (int k = 0; k < evaluation.members().size(); k++) {
            double[] shares = evaluation.disagreement()[k];
            int own = k;
            row(
                    evaluation.members().get(k).name(),
                    IntStream.range(0, shares.length)
                            .mapToObj(l -> l == own ? "" : percent(shares[l]))
                            .toArray(String[]::new));
        }
        body.append("</tbody></table></div></section>\n</main>\n");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String few(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}
