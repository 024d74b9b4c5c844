package dev.gradwright.check.difference;

import dev.gradwright.check.difference.Line.Point;
import dev.gradwright.check.kink.Decisions;
import dev.gradwright.check.report.KinkSite;
import dev.gradwright.check.settings.DifferenceMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Differences along a line. Formulas and best steps: Nocedal and Wright, Numerical Optimization, section 8.1. Near the edge of a domain they are one-sided, of
 * second order.
 */
public final class Differences {

    /** What a sum of a few hundred terms loses to rounding, as a multiple of the spacing of doubles. */
    private static final double ROUNDING = 50 * Math.ulp(1.0);

    private final Line line;
    private final Point center;

    /**
     * The differences along a line.
     *
     * @param center the function at 0
     */
    public Differences(Line line, Point center) {
        this.line = line;
        this.center = center;
    }

    /** The derivative by a method, with a step for coordinates of size up to 1. */
    public Estimate by(DifferenceMethod method, double step) {
        double width = step * line.scale();
        return switch (method) {
            case FORWARD -> forward(width);
            case CENTRED -> centred(width);
            case FIVE_POINT -> fivePoint(width);
            case RIDDERS -> new Ridders(this).from(width);
        };
    }

    /** The slope from the center to a point at a distance, which may be negative: one-sided, of first order. */
    public double slopeTo(double distance) {
        Point point = line.at(distance);
        return (point.value() - center.value()) / point.distance();
    }

    /** Whether there is room on both sides for a step. */
    public boolean hasRoom(double width) {
        return -width >= line.lower() && width <= line.upper();
    }

    /** The scale of steps of this line. */
    double scale() {
        return line.scale();
    }

    Estimate forward(double width) {
        double towards = width <= line.upper() ? width : -width;
        Point end = line.at(towards);
        return estimate((end.value() - center.value()) / end.distance(), 2, width, end);
    }

    Estimate centred(double width) {
        if (!hasRoom(width)) {
            return oneSided(width);
        }
        Point up = line.at(width);
        Point down = line.at(-width);
        return estimate((up.value() - down.value()) / (up.distance() - down.distance()), 1, width, up, down);
    }

    private Estimate fivePoint(double width) {
        if (!hasRoom(2 * width)) {
            return oneSided(width);
        }
        Point[] p = {line.at(-2 * width), line.at(-width), line.at(width), line.at(2 * width)};
        double inner = (p[2].value() - p[1].value()) / (p[2].distance() - p[1].distance());
        double outer = (p[3].value() - p[0].value()) / (p[3].distance() - p[0].distance());
        return estimate((4 * inner - outer) / 3, 1.5, width, p);
    }

    /** {@code (4 f(x+h) - f(x+2h) - 3 f(x)) / 2h} to the side where there is room, error O(h^2). */
    private Estimate oneSided(double width) {
        boolean isUp = line.upper() >= -line.lower();
        double room = isUp ? line.upper() : -line.lower();
        double step = Math.min(width, room / 2);
        double signed = isUp ? step : -step;
        Point near = line.at(signed);
        Point far = line.at(2 * signed);
        double nearSlope = (near.value() - center.value()) / near.distance();
        double farSlope = (far.value() - center.value()) / far.distance();
        return estimate(2 * nearSlope - farSlope, 4, step, near, far);
    }

    private Estimate estimate(double slope, double noise, double width, Point... points) {
        double magnitude = center.magnitude();
        Set<KinkSite> sites = new LinkedHashSet<>();
        List<Decisions> others = new ArrayList<>();
        for (Point point : points) {
            magnitude = Math.max(magnitude, point.magnitude());
            if (!point.decisions().sameAs(center.decisions())) {
                others.add(point.decisions());
                sites.addAll(point.decisions().differences(center.decisions()));
            }
        }
        int crossings = center.decisions().crossings(others);
        List<KinkSite> named = new ArrayList<>(sites);
        return new Estimate(slope, noise * ROUNDING * magnitude / width, width, crossings, named);
    }
}
