package dev.gradwright.check.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The V-curve: differences along one line with steps from 1e-2 to 1e-10. Their errors fall with the step as long as truncation
 * dominates, and rise when rounding does.
 *
 * @param line what was moved: an input and a place, or a direction
 * @param analytic the derivative that the gradient gives
 * @param points the differences, largest step first
 * @param chosen the step in the middle of the plateau, where neighbouring steps of the chosen method agree best
 */
public record StepScan(String line, double analytic, List<Point> points, double chosen) {

    private static final double FLAT = 1e-4;

    /**
     * The differences at one step.
     *
     * @param step the step
     * @param forward the forward difference
     * @param centred the centred difference
     * @param fivePoint the five-point difference
     */
    public record Point(double step, double forward, double centred, double fivePoint) {}

    public StepScan {
        points = List.copyOf(points);
    }

    /** What the curve says, for people. */
    public String reading() {
        OptionalDouble nearest = points.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.forward(), p.centred(), p.fivePoint()))
                .map(numeric -> RelativeError.of(analytic, numeric))
                .filter(Double::isFinite)
                .min();
        if (nearest.isEmpty()) {
            return "the gradient or every difference is not a finite number";
        }
        double least = nearest.getAsDouble();
        String gap = String.format(Locale.ROOT, "%.1e", least);
        return least < FLAT
                ? "the differences come as near as " + gap + " to the gradient"
                : "no step brings a difference nearer to the gradient than " + gap + ": the step is not the cause";
    }
}
