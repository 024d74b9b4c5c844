package dev.gradwright.check.output;

import static dev.gradwright.chart.Svg.escaped;

import java.util.ArrayList;
import java.util.List;

/** A table of a page, which scrolls by itself where the page is narrow. */
final class HtmlTable {

    private final String caption;
    private final List<String> heads;
    private final List<String[]> rows = new ArrayList<>();

    HtmlTable(String caption, String... heads) {
        this.caption = caption;
        this.heads = List.of(heads);
    }

    /** Adds a row. The first cell names it; the others are set like numbers if they begin like one. */
    HtmlTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** The table; nothing if it has no rows. */
    String html() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<p class=\"quiet\">" + escaped(caption)
                + "</p>\n<div class=\"scroll\" tabindex=\"0\"><table aria-label=\"" + escaped(caption)
                + "\">\n<thead><tr>");
        for (int column = 0; column < heads.size(); column++) {
            html.append(isNumeric(rows.get(0)[column]) ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
                    .append(escaped(heads.get(column)))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> html.append(html(row)));
        return html + "</tbody>\n</table></div>\n";
    }

    private static String html(String[] cells) {
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\">" + escaped(cells[0]) + "</th>");
        for (int column = 1; column < cells.length; column++) {
            row.append(isNumeric(cells[column]) ? "<td class=\"number\">" : "<td>")
                    .append(escaped(cells[column]))
                    .append("</td>");
        }
        return row + "</tr>\n";
    }

    private static boolean isNumeric(String cell) {
        return cell.matches("[-+]?(\\d.*|NaN|Infinity)");
    }
}
