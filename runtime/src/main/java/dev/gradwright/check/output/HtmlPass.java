package dev.gradwright.check.output;

import static dev.gradwright.chart.Svg.escaped;

import dev.gradwright.check.report.Coordinate;
import dev.gradwright.check.report.InputReport;
import dev.gradwright.check.report.Kink;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.report.RelativeError;
import dev.gradwright.check.report.StageReport;
import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.report.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of a page that shows one pass. */
final class HtmlPass {

    private static final int WORST = 12;
    private static final int KINKS = 12;

    private final PassReport pass;
    private final StringBuilder html = new StringBuilder();

    private HtmlPass(PassReport pass) {
        this.pass = pass;
    }

    static String html(PassReport pass) {
        HtmlPass page = new HtmlPass(pass);
        page.html.append("<section>\n<h2 class=\"sentence\">" + escaped(pass.title()) + " <span class=\"outcome "
                + (pass.verdict().isFailure() ? "failed" : "passed") + "\">" + escaped(pass.outcome())
                + "</span></h2>\n");
        page.stages();
        if (pass.isCompared()) {
            page.coverage();
            page.worst();
            page.parting();
            page.scan();
            page.histograms();
            page.kinks();
        }
        return page.html + "</section>\n";
    }

    private void stages() {
        html.append("<h3>Stages</h3>\n<ol class=\"stages\">\n");
        for (StageReport stage : pass.stages()) {
            String outcome = name(stage.outcome());
            html.append("<li class=\"" + outcome + "\"><span class=\"outcome " + outcome + "\">" + outcome
                    + "</span> <b>" + escaped(stage.stage().title()) + "</b> " + escaped(stage.text()) + "</li>\n");
        }
        html.append("</ol>\n");
    }

    private void coverage() {
        html.append("<h3>Coverage</h3>\n");
        HtmlTable table = new HtmlTable(
                "What was compared of each input; \"may miss\" is the chance that these coordinates miss a fault in 1 % of them",
                "input",
                "shape",
                "checked",
                "right",
                "acceptable",
                "suspicious",
                "wrong",
                "at kinks",
                "in noise",
                "may miss",
                "gradient norm",
                "largest",
                "smallest",
                "zeros");
        for (InputReport input : pass.inputs()) {
            table.row(
                    input.name(),
                    input.shape(),
                    input.coordinates().size() + " of " + input.size(),
                    "" + input.count(Verdict.RIGHT),
                    "" + input.count(Verdict.ACCEPTABLE),
                    "" + input.count(Verdict.SUSPICIOUS),
                    "" + input.count(Verdict.WRONG),
                    "" + input.count(Verdict.KINK),
                    "" + input.count(Verdict.NOISE),
                    few(input.chanceOfMissing(0.01)),
                    few(input.magnitudes().norm()),
                    few(input.magnitudes().largest()),
                    few(input.magnitudes().smallest()),
                    "" + input.magnitudes().zeros());
        }
        html.append(table.html());
        if (pass.lossFactor() != 1) {
            html.append("<p>The loss is multiplied with " + few(pass.lossFactor())
                    + "; its gradient is below the noise otherwise.</p>\n");
        }
    }

    private void worst() {
        record Place(String input, Coordinate coordinate) {}
        HtmlTable table = new HtmlTable(
                "The worst first, over all inputs",
                "at",
                "verdict",
                "relative error",
                "analytic",
                "numeric",
                "error of the difference",
                "magnitude",
                "value");
        pass.inputs().stream()
                .flatMap(input -> input.worst(WORST).stream().map(c -> new Place(input.name() + " " + c.place(), c)))
                .sorted(Comparator.comparing(Place::coordinate, Coordinate.byBadness())
                        .reversed())
                .limit(WORST)
                .forEach(p -> table.row(
                        p.input(),
                        name(p.coordinate().verdict()),
                        error(p.coordinate().relativeError()),
                        "" + p.coordinate().analytic(),
                        "" + p.coordinate().numeric(),
                        error(p.coordinate().numericError()),
                        error(p.coordinate().magnitude()),
                        "" + p.coordinate().value()));
        String rows = table.html();
        if (!rows.isEmpty()) {
            html.append("<h3>Worst coordinates</h3>\n").append(rows);
        }
    }

    private void parting() {
        String sentence = pass.parting().sentence();
        if (sentence.isEmpty()) {
            return;
        }
        HtmlTable table = new HtmlTable(
                "The product of adjoint and tangent over all that a line touches is the same after it and before it, unless they part there",
                "line",
                "statement",
                "after it",
                "before it");
        pass.parting()
                .lines()
                .forEach(line -> table.row(
                        line.place(),
                        line.what(),
                        line.isLeftOut() ? "" : "" + line.tangent(),
                        line.isLeftOut() ? "not reached in its turn" : "" + line.adjoint()));
        html.append("<h3>Where tangent and adjoint part</h3>\n<p class=\"sentence\">" + escaped(sentence) + ".</p>\n"
                + table.html());
    }

    private void scan() {
        html.append("<h3>Relative error by step</h3>\n");
        if (pass.scan().isEmpty()) {
            html.append("<p class=\"quiet\">Steps are only tried where something failed, or on request"
                    + " (<code>scanSteps()</code>).</p>\n");
            return;
        }
        StepScan scan = pass.scan().get();
        HtmlTable table = new HtmlTable("Relative errors", "step", "forward", "centred", "five-point");
        for (StepScan.Point point : scan.points()) {
            table.row(
                    String.format(Locale.ROOT, "%.0e", point.step()),
                    error(RelativeError.of(scan.analytic(), point.forward())),
                    error(RelativeError.of(scan.analytic(), point.centred())),
                    error(RelativeError.of(scan.analytic(), point.fivePoint())));
        }
        html.append("<figure class=\"v-curve\">\n"
                + VCurve.of(scan, pass.thresholds()).svg() + "<figcaption>Along "
                + escaped(scan.line()) + ": " + escaped(scan.reading())
                + ".</figcaption>\n<details><summary>As a table</summary>" + table.html() + "</details>\n</figure>\n");
    }

    private void histograms() {
        html.append("<h3>Relative errors by input</h3>\n<p class=\"legend verdicts\">");
        for (Verdict verdict : Verdict.values()) {
            html.append("<span><i class=\"swatch series-" + (verdict.ordinal() + 1) + "\"></i>" + name(verdict)
                    + "</span> ");
        }
        html.append("</p>\n<div class=\"histograms verdicts\">\n");
        for (InputReport input : pass.inputs()) {
            html.append("<figure>\n<figcaption>" + escaped(input.name()) + " <span class=\"quiet\">"
                    + escaped(input.shape()) + "</span></figcaption>\n"
                    + ErrorHistogram.of(input).svg() + "</figure>\n");
        }
        html.append("</div>\n");
    }

    private void kinks() {
        html.append(
                "<h3>Kinks</h3>\n<p class=\"sentence\">" + escaped(pass.kinks().sentence()) + ".</p>\n");
        HtmlTable lines = new HtmlTable(
                "Where the code can have a kink, and how many of the compared coordinates straddle it",
                "line",
                "decides",
                "straddled by");
        pass.straddledSites().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(site -> lines.row(site.getKey().place(), site.getKey().what(), "" + site.getValue()));
        HtmlTable met = new HtmlTable(
                "Coordinates whose difference straddles a kink",
                "at",
                "slope on the left",
                "analytic",
                "slope on the right",
                "within",
                "line");
        for (InputReport input : pass.inputs()) {
            input.coordinates().stream()
                    .filter(coordinate -> coordinate.kink().isPresent())
                    .limit(KINKS)
                    .forEach(coordinate ->
                            kink(met, input, coordinate, coordinate.kink().get()));
        }
        html.append(lines.html()).append(met.html());
    }

    private static void kink(HtmlTable table, InputReport input, Coordinate coordinate, Kink kink) {
        List<String> places = kink.sites().stream().map(Object::toString).toList();
        table.row(
                input.name() + " " + coordinate.place(),
                "" + kink.left(),
                "" + coordinate.analytic(),
                "" + kink.right(),
                few(kink.step()),
                String.join(", ", places));
    }

    private static String error(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }

    private static String few(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
