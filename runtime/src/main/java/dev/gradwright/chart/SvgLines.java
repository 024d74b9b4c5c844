package dev.gradwright.chart;

import java.util.Locale;

/** Draws a {@link LineChart} as SVG. */
final class SvgLines {

    private static final int HEIGHT = 280;
    private static final int LEFT = 46;
    private static final int RIGHT = 8;
    private static final int TOP = 40;
    private static final int BOTTOM = 40;
    private static final double LETTER = 6.8;

    private final LineChart chart;
    private final Axis across;
    private final Axis up;
    private final Svg svg = new Svg(HEIGHT);

    SvgLines(LineChart chart) {
        this.chart = chart;
        this.across = chart.across();
        this.up = chart.up();
    }

    String draw() {
        axes();
        legend();
        for (int i = 0; i < chart.curves().size(); i++) {
            curve(i + 1, chart.curves().get(i));
        }
        chart.marks().forEach(this::mark);
        return svg.text(chart.title());
    }

    private void axes() {
        for (double tick : across.ticks()) {
            svg.line("grid", x(tick), TOP, x(tick), HEIGHT - BOTTOM);
            svg.label(across.label(tick), x(tick), HEIGHT - BOTTOM + 16.0, "middle");
        }
        for (double tick : up.ticks()) {
            svg.line("grid", LEFT, y(tick), Svg.WIDTH - RIGHT, y(tick));
            svg.label(up.label(tick), LEFT - 6.0, y(tick) + 4, "end");
        }
        svg.label(chart.xLabel(), Svg.WIDTH - RIGHT, HEIGHT - 6.0, "end");
        svg.label(chart.yLabel(), 0, TOP - 26.0, "start");
    }

    private void legend() {
        double right = Svg.WIDTH - RIGHT;
        for (int i = chart.curves().size(); i >= 1; i--) {
            String name = chart.curves().get(i - 1).name();
            svg.label(name, right, TOP - 26.0, "end");
            right -= LETTER * name.length() + 10;
            svg.dot(i, right, TOP - 30.0, name);
            right -= 14;
        }
    }

    private void curve(int series, Curve curve) {
        StringBuilder steps = new StringBuilder();
        boolean isDrawing = false;
        for (int i = 0; i < curve.x().length; i++) {
            double x = x(curve.x()[i]);
            double y = y(curve.y()[i]);
            boolean isShown = Double.isFinite(x) && Double.isFinite(y);
            if (isShown) {
                steps.append(String.format(Locale.ROOT, "%s%.1f %.1f", isDrawing ? "L" : "M", x, y));
                svg.dot(
                        series,
                        x,
                        y,
                        String.format(Locale.ROOT, "%s: %.2g at %.2g", curve.name(), curve.y()[i], curve.x()[i]));
            }
            isDrawing = isShown;
        }
        svg.path(series, steps.toString());
    }

    private void mark(Mark mark) {
        double place = mark.isVertical() ? x(mark.at()) : y(mark.at());
        if (Double.isFinite(place)) {
            if (mark.isVertical()) {
                svg.line("mark", place, TOP, place, HEIGHT - BOTTOM);
                svg.label(mark.name(), place, TOP - 4.0, "middle");
            } else {
                svg.line("mark", LEFT, place, Svg.WIDTH - RIGHT, place);
                svg.label(mark.name(), Svg.WIDTH - RIGHT - 4.0, place - 4, "end");
            }
        }
    }

    private double x(double number) {
        return LEFT + across.place(number) * (Svg.WIDTH - LEFT - RIGHT);
    }

    private double y(double number) {
        return HEIGHT - BOTTOM - up.place(number) * (HEIGHT - TOP - BOTTOM);
    }
}
