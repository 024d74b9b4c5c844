package dev.gradwright.check.report;

import java.util.ArrayList;
import java.util.List;

/** A table for a console: columns as wide as what stands in them, texts to the left, numbers to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(heads);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** The lines, heads first; none if there is no row below them. */
    List<String> lines() {
        if (rows.size() == 1) {
            return List.of();
        }
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        boolean[] isNumeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            isNumeric[column] = true;
            for (String[] row : rows) {
                widths[column] = Math.max(widths[column], row[column].length());
                isNumeric[column] &= row == rows.get(0) || isNumber(row[column]);
            }
        }
        return rows.stream().map(row -> line(row, widths, isNumeric)).toList();
    }

    private static String line(String[] row, int[] widths, boolean[] isNumeric) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String padding = " ".repeat(widths[column] - row[column].length());
            line.append(column == 0 ? "" : GAP)
                    .append(isNumeric[column] ? padding + row[column] : row[column] + padding);
        }
        return line.toString().stripTrailing();
    }

    private static boolean isNumber(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException notOne) {
            return false;
        }
    }
}
