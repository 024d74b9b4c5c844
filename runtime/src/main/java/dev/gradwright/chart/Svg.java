package dev.gradwright.chart;

import java.util.Locale;

/**
 * Writes SVG to stand in a page of HTML. Lengths are in units of which a chart has 400 from left to right, so that its letters stay legible on a phone;
 * colours come from the style of the page, so that they follow its light and dark mode.
 */
public final class Svg {

    /** The style that charts need; colours of series are the properties {@code --series-1} and so on, text is {@code --ink}, lines are {@code --line}. */
    public static final String STYLE = """
            .chart { display: block; width: 100%; height: auto; max-width: 30rem; overflow: visible; }
            .chart text { font-size: 12px; fill: var(--muted); }
            .chart .grid { stroke: var(--line); stroke-width: 1; }
            .chart .curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .chart .mark { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 4 3; }
            .chart .series-1 { --own: var(--series-1); }
            .chart .series-2 { --own: var(--series-2); }
            .chart .series-3 { --own: var(--series-3); }
            .chart .series-4 { --own: var(--series-4); }
            .chart .series-5 { --own: var(--series-5); }
            .chart .series-6 { --own: var(--series-6); }
            .chart .curve { stroke: var(--own); }
            .chart .dot, .chart .bar { fill: var(--own); }
            """;

    static final int WIDTH = 400;

    private final StringBuilder text = new StringBuilder();
    private final int height;

    Svg(int height) {
        this.height = height;
    }

    /** Text that may stand in an element or in an attribute between double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    void line(String kind, double x1, double y1, double x2, double y2) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", kind, x1, y1, x2, y2);
    }

    void label(String words, double x, double y, String anchor) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(words));
    }

    void path(int series, String steps) {
        add("<path class=\"curve series-%d\" d=\"%s\"/>", series, steps);
    }

    void dot(int series, double x, double y, String hint) {
        add(
                "<circle class=\"dot series-%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s</title></circle>",
                series, x, y, escaped(hint));
    }

    void bar(int series, double x, double y, double width, double barHeight, String hint) {
        add(
                "<rect class=\"bar series-%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                series, x, y, width, barHeight, escaped(hint));
    }

    String text(String title) {
        return String.format(
                        Locale.ROOT,
                        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                        WIDTH,
                        height,
                        escaped(title))
                + text + "</svg>\n";
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
