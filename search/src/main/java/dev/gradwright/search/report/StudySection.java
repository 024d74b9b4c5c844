package dev.gradwright.search.report;

import static dev.gradwright.chart.Svg.escaped;

import dev.gradwright.monitor.Finding;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of the page about one study. */
final class StudySection {

    private static final int MOST_ROWS = 200;

    private final PageStudy study;
    private final StringBuilder html = new StringBuilder();

    private StudySection(PageStudy study) {
        this.study = study;
    }

    static String html(PageStudy study) {
        StudySection section = new StudySection(study);
        section.html.append("<section>\n<div class=\"section-head\"><h2>" + escaped(study.title()) + "</h2></div>\n");
        section.tiles();
        section.findings();
        section.charts();
        section.table();
        return section.html + "</section>\n";
    }

    private void tiles() {
        html.append("<dl class=\"tiles\">\n");
        tile(
                "best " + study.value(),
                study.best().map(best -> Figures.few(best.value())).orElse("–"));
        tile("trials", "" + study.trials().size());
        for (State state : State.values()) {
            long count = study.trials().stream()
                    .filter(trial -> trial.state() == state)
                    .count();
            if (count > 0) {
                tile(state.name().toLowerCase(Locale.ROOT), "" + count);
            }
        }
        double seconds =
                study.trials().stream().mapToDouble(TrialRecord::seconds).sum();
        tile("seconds in trials", Figures.few(Math.round(10 * seconds) / 10.0));
        html.append("</dl>\n");
        study.best()
                .ifPresent(best -> html.append("<p class=\"card\">Best: trial " + best.number() + " with <code>"
                        + escaped(best.point().toString()) + "</code></p>\n"));
    }

    private void tile(String name, String value) {
        html.append("<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n");
    }

    private void findings() {
        if (study.findings().isEmpty()) {
            return;
        }
        html.append("<ol class=\"findings\">\n");
        for (Finding finding : study.findings()) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            html.append("<li class=\"" + severity + "\"><span class=\"kind\">" + severity + "</span> "
                    + "<span class=\"where\">" + escaped(finding.subject()) + "</span><p>"
                    + escaped(finding.sentence()) + "</p><p class=\"remedy\">" + escaped(finding.remedy())
                    + "</p></li>\n");
        }
        html.append("</ol>\n");
    }

    private void charts() {
        html.append("<p class=\"quiet\"><i class=\"key\"></i> completed <i class=\"key best\"></i> best"
                + " <i class=\"key pruned\"></i> pruned <i class=\"key failed\"></i> diverged or failed; what is worse"
                + " than nine tenths of the completed is at the edge</p>\n<div class=\"grid\">\n");
        String scale = study.values().isLog() ? " (log scale)" : "";
        figure("History: " + study.value() + scale + " by trial; the line is the best so far", Scatter.history(study));
        Map<String, Double> importances = Importance.of(study.space(), study.trials(), study.direction());
        if (!importances.isEmpty()) {
            figure(
                    "Importance for being among the best tenth (PED-ANOVA; a guess while trials are few)",
                    ImportanceChart.of(importances));
        }
        for (RangeAxis axis : study.axes()) {
            figure(
                    study.value() + " by " + axis.name() + (axis.hasBorders() ? "; within 5 % of its ends shaded" : ""),
                    Scatter.slice(study, axis));
        }
        html.append("</div>\n");
        if (!study.ranked().isEmpty() && !study.axes().isEmpty()) {
            figure(
                    "Parallel coordinates: a line for each completed trial (at most the best 300); the best fifth in colour",
                    ParallelCoordinates.of(study));
        }
    }

    private void figure(String caption, String svg) {
        html.append("<figure class=\"card\"><figcaption>" + escaped(caption) + "</figcaption>\n" + svg + "</figure>\n");
    }

    private void table() {
        List<TrialRecord> rows = new ArrayList<>(study.ranked());
        study.trials().stream()
                .filter(trial -> !trial.isCompleted())
                .sorted(Comparator.comparing(TrialRecord::state).thenComparing(TrialRecord::number))
                .forEach(rows::add);
        int shown = Math.min(MOST_ROWS, rows.size());
        html.append("<details class=\"card\"><summary>" + (shown < rows.size() ? "The best " + shown + " of " : "")
                + rows.size()
                + " trials as a table</summary>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>"
                + "<th>trial</th><th>state</th><th class=\"number\">" + escaped(study.value())
                + "</th><th class=\"number\">epochs</th><th class=\"number\">seconds</th>");
        study.axes().forEach(axis -> html.append("<th class=\"number\">" + escaped(axis.name()) + "</th>"));
        html.append("<th>reason</th></tr></thead>\n<tbody>\n");
        rows.subList(0, shown).forEach(this::row);
        html.append("</tbody></table></div></details>\n");
    }

    private void row(TrialRecord trial) {
        html.append(
                "<tr><td>" + trial.number() + "</td><td>" + trial.state().name().toLowerCase(Locale.ROOT)
                        + "</td><td class=\"number\">" + Figures.few(trial.value()) + "</td><td class=\"number\">"
                        + (trial.lastEpoch() == 0 ? "" : trial.lastEpoch()) + "</td><td class=\"number\">"
                        + Figures.few(Math.round(100 * trial.seconds()) / 100.0) + "</td>");
        for (RangeAxis axis : study.axes()) {
            html.append("<td class=\"number\">"
                    + escaped(trial.point().find(axis.name()).map(Figures::text).orElse("–")) + "</td>");
        }
        html.append("<td>" + escaped(trial.reason()) + "</td></tr>\n");
    }
}
