package dev.gradwright.search.journal;

import dev.gradwright.search.space.Assignment;
import dev.gradwright.search.space.Range;
import dev.gradwright.search.trial.Report;
import dev.gradwright.search.trial.State;
import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trials as lines of a journal. */
final class TrialLines {

    static final String BEGIN = "begin";
    static final String END = "end";
    private static final String POINT = "point.";

    private TrialLines() {}

    static Line begin(int number, int attempt, Assignment point) {
        Line line = Line.of(BEGIN).put("number", number).put("attempt", attempt);
        point.values().forEach((name, value) -> line.put(POINT + name, value));
        return line;
    }

    static Line end(TrialRecord trial) {
        Line line = Line.of(END)
                .put("number", trial.number())
                .put("seed", trial.seed())
                .put("attempt", trial.attempt())
                .put("state", trial.state())
                .put("value", trial.value())
                .put("reason", trial.reason())
                .put("seconds", trial.seconds());
        trial.point().values().forEach((name, value) -> line.put(POINT + name, value));
        StringBuilder reports = new StringBuilder();
        for (Report report : trial.reports()) {
            reports.append(reports.isEmpty() ? "" : ",")
                    .append(report.epoch())
                    .append(':')
                    .append(report.value());
        }
        return line.put("reports", reports);
    }

    static TrialRecord trial(Line line, Map<String, Range<?>> ranges) {
        Map<String, Object> point = new LinkedHashMap<>();
        line.fields().forEach((field, text) -> {
            if (field.startsWith(POINT)) {
                String name = field.substring(POINT.length());
                Range<?> range = ranges.get(name);
                point.put(name, range == null ? text : range.parse(text));
            }
        });
        return new TrialRecord(
                line.integer("number"),
                Long.parseLong(line.get("seed")),
                line.integer("attempt"),
                new Assignment(point),
                reports(line.get("reports")),
                State.valueOf(line.get("state")),
                Double.parseDouble(line.get("value")),
                line.get("reason"),
                Double.parseDouble(line.get("seconds")));
    }

    private static List<Report> reports(String text) {
        List<Report> reports = new ArrayList<>();
        for (String report : text.isEmpty() ? new String[0] : text.split(",")) {
            int colon = report.indexOf(':');
            reports.add(new Report(
                    Integer.parseInt(report.substring(0, colon)), Double.parseDouble(report.substring(colon + 1))));
        }
        return reports;
    }
}
