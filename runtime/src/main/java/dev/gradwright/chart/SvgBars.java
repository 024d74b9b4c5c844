package dev.gradwright.chart;

/** Draws a {@link BarChart} as SVG. */
final class SvgBars {

    private static final int HEIGHT = 150;
    private static final int LEFT = 34;
    private static final int TOP = 12;
    private static final int BOTTOM = 36;
    private static final double LEAST = 3;
    private static final double GAP = 2;

    private final BarChart chart;
    private final Svg svg = new Svg(HEIGHT);
    private final double floor = HEIGHT - BOTTOM;
    private final double binWidth;

    SvgBars(BarChart chart) {
        this.chart = chart;
        this.binWidth = (double) (Svg.WIDTH - LEFT) / Math.max(1, chart.bins().size());
    }

    String draw() {
        int highest = chart.highest();
        svg.line("grid", LEFT, floor, Svg.WIDTH, floor);
        svg.line("grid", LEFT, TOP, Svg.WIDTH, TOP);
        svg.label("0", LEFT - 6.0, floor + 4, "end");
        svg.label("" + highest, LEFT - 6.0, TOP + 4.0, "end");
        for (int bin = 0; bin < chart.bins().size(); bin++) {
            svg.label(chart.bins().get(bin), LEFT + (bin + 0.5) * binWidth, floor + 15, "middle");
            bars(bin, highest);
        }
        svg.label(chart.xLabel(), Svg.WIDTH, HEIGHT - 5.0, "end");
        return svg.text(chart.title());
    }

    /** The bars of a bin; small ones are drawn a little too high so that none is overlooked. */
    private void bars(int bin, int highest) {
        double top = floor;
        for (int i = 0; i < chart.groups().size(); i++) {
            BarChart.Group group = chart.groups().get(i);
            int count = group.counts()[bin];
            if (count > 0) {
                double height = Math.max(LEAST, (floor - TOP) * count / highest);
                top -= height;
                svg.bar(
                        i + 1,
                        LEFT + bin * binWidth + GAP / 2,
                        top,
                        binWidth - GAP,
                        height,
                        count + " " + group.name());
            }
        }
    }
}
