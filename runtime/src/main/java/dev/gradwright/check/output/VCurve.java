package dev.gradwright.check.output;

import dev.gradwright.chart.Curve;
import dev.gradwright.chart.LineChart;
import dev.gradwright.chart.Mark;
import dev.gradwright.check.report.RelativeError;
import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.settings.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws how the relative error of differences depends on their step. */
public final class VCurve {

    /** Smaller errors are drawn here: a double has no more digits. */
    private static final double LEAST = 1e-16;

    private VCurve() {}

    /** The chart, both axes logarithmic; {@link LineChart#write} makes a PNG of it. Errors below 1e-16 are drawn at 1e-16. */
    public static LineChart of(StepScan scan, Thresholds thresholds) {
        return new LineChart(
                "relative error by step, along " + scan.line(),
                "step",
                "relative error",
                true,
                true,
                List.of(
                        curve("forward", scan, StepScan.Point::forward),
                        curve("centred", scan, StepScan.Point::centred),
                        curve("five-point", scan, StepScan.Point::fivePoint)),
                List.of(
                        new Mark(String.format(Locale.ROOT, "plateau: %.0e", scan.chosen()), true, scan.chosen()),
                        new Mark(
                                String.format(Locale.ROOT, "right up to %.0e", thresholds.right()),
                                false,
                                thresholds.right())));
    }

    private static Curve curve(String name, StepScan scan, ToDoubleFunction<StepScan.Point> numeric) {
        double[] steps =
                scan.points().stream().mapToDouble(StepScan.Point::step).toArray();
        double[] errors = scan.points().stream()
                .mapToDouble(numeric)
                .map(value -> Math.max(LEAST, RelativeError.of(scan.analytic(), value)))
                .toArray();
        return new Curve(name, steps, errors);
    }
}
