package dev.gradwright.search.report;

import static dev.gradwright.chart.Svg.escaped;

import java.util.Locale;

/** Writes SVG for the page, piece by piece. Colours come from classes of the page's style, so that they follow light and dark mode. */
final class Drawing {

    private final StringBuilder text = new StringBuilder();
    private final String title;
    private final int width;
    private final int height;

    Drawing(String title, int width, int height) {
        this.title = title;
        this.width = width;
        this.height = height;
    }

    Drawing line(String kind, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", kind, x1, y1, x2, y2);
    }

    Drawing label(String words, double x, double y, String anchor) {
        return add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(words));
    }

    Drawing dot(String kind, double x, double y, String hint) {
        return add(
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"><title>%s</title></circle>",
                kind, x, y, kind.contains("best") ? "5" : "3", escaped(hint));
    }

    Drawing box(String kind, double x, double y, double boxWidth, double boxHeight, String hint) {
        return add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                kind, x, y, boxWidth, boxHeight, escaped(hint));
    }

    /** A line from corner to corner: x and y by turns. */
    Drawing path(String kind, double[] corners, String hint) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            steps.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", corners[i], corners[i + 1]));
        }
        return add("<path class=\"%s\" d=\"%s\"><title>%s</title></path>", kind, steps, escaped(hint));
    }

    private Drawing add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    String svg() {
        return String.format(
                        Locale.ROOT,
                        "<svg class=\"drawing\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                        width,
                        height,
                        escaped(title))
                + text + "</svg>\n";
    }
}
