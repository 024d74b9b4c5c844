package dev.gradwright.check.difference;

import dev.gradwright.check.report.StepScan;
import dev.gradwright.check.settings.DifferenceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Takes differences with steps from 1e-2 to 1e-10, and finds the plateau between truncation and rounding. */
public final class StepScanner {

    private static final int LARGEST = -2;
    private static final int SMALLEST = -10;

    private StepScanner() {}

    /**
     * Scans the steps of a line.
     *
     * @param name what is moved, for people
     * @param analytic the derivative that the gradient gives
     * @param method the method for which a step is chosen
     */
    public static StepScan scan(Differences differences, String name, double analytic, DifferenceMethod method) {
        List<StepScan.Point> points = new ArrayList<>();
        for (int exponent = LARGEST; exponent >= SMALLEST; exponent--) {
            double step = Double.parseDouble("1e" + exponent);
            points.add(new StepScan.Point(
                    step,
                    differences.by(DifferenceMethod.FORWARD, step).slope(),
                    differences.by(DifferenceMethod.CENTRED, step).slope(),
                    differences.by(DifferenceMethod.FIVE_POINT, step).slope()));
        }
        return new StepScan(name, analytic, points, plateau(points, method));
    }

    /** The step from which the difference moves least in both ways; the larger one of equals. Needs no analytic value. */
    private static double plateau(List<StepScan.Point> points, DifferenceMethod method) {
        ToDoubleFunction<StepScan.Point> value = switch (method) {
            case FORWARD -> StepScan.Point::forward;
            case CENTRED, RIDDERS -> StepScan.Point::centred;
            case FIVE_POINT -> StepScan.Point::fivePoint;
        };
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i + 1 < points.size(); i++) {
            double here = value.applyAsDouble(points.get(i));
            double moved = Math.max(
                    Math.abs(value.applyAsDouble(points.get(i - 1)) - here),
                    Math.abs(value.applyAsDouble(points.get(i + 1)) - here));
            if (moved < least) {
                least = moved;
                best = i;
            }
        }
        return points.get(best).step();
    }
}
