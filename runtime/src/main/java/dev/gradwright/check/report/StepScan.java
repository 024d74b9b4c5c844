package dev.gradwright.check.report;

import java.util.List;

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
}
