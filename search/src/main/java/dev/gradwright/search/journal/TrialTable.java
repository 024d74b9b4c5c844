package dev.gradwright.search.journal;

import dev.gradwright.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Trials as a table of text. */
final class TrialTable {

    private TrialTable() {}

    static String of(Collection<String> names, List<TrialRecord> trials) {
        List<String> heads = new ArrayList<>(List.of("trial", "state", "value", "seconds"));
        heads.addAll(names);
        heads.add("reason");
        List<List<String>> rows = new ArrayList<>(List.of(heads));
        for (TrialRecord trial : trials) {
            List<String> row = new ArrayList<>(List.of(
                    "" + trial.number(),
                    trial.state().name().toLowerCase(Locale.ROOT),
                    number(trial.value()),
                    String.format(Locale.ROOT, "%.2f", trial.seconds())));
            names.forEach(name ->
                    row.add(trial.point().find(name).map(TrialTable::text).orElse("-")));
            row.add(trial.reason());
            rows.add(row);
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), width(rows, column)));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    private static String text(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
