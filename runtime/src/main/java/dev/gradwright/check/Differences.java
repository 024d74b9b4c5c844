package dev.gradwright.check;

import dev.gradwright.check.Coordinate.Verdict;

/**
 * Compares an analytic derivative with the centred difference {@code (f(x+h) - f(x-h)) / 2h}, whose error is O(h^2) (Nocedal and
 * Wright, Numerical Optimization, section 8.1). What rounding can do to the difference is granted beside the threshold.
 */
final class Differences {

    /** What a sum of a few hundred terms loses to rounding, as a multiple of the spacing of doubles. */
    private static final double ROUNDING = 50 * Math.ulp(1.0);

    private final Objective objective;
    private final double step;
    private final double threshold;
    private final double center;
    private final double magnitude;

    Differences(Objective objective, double step, double threshold, double[] result) {
        this.objective = objective;
        this.step = step;
        this.threshold = threshold;
        this.center = objective.of(result);
        this.magnitude = objective.magnitude(result);
    }

    /** The differences at one width. */
    private record Slopes(double width, double left, double right) {

        double centred() {
            return (left + right) / 2;
        }

        double jump() {
            return Math.abs(right - left);
        }
    }

    Coordinate check(Input input, int index, double analytic) {
        double width = step * Math.max(1, Math.abs(input.value(index)));
        Slopes wide = slopes(input, index, width);
        double numeric = wide.centred();
        double error = RelativeError.of(analytic, numeric);
        if (agrees(analytic, wide)) {
            return new Coordinate(index, analytic, numeric, error, Verdict.RIGHT);
        }
        // a kink nearby, or a derivative that changes fast: look closer
        Slopes narrow = slopes(input, index, width / 10);
        if (agrees(analytic, narrow)) {
            double closer = narrow.centred();
            return new Coordinate(index, analytic, closer, RelativeError.of(analytic, closer), Verdict.RIGHT);
        }
        boolean isKink = narrow.jump() > wide.jump() / 2 && narrow.jump() > 10 * allowance(analytic, narrow);
        boolean isBetween = analytic >= Math.min(narrow.left(), narrow.right()) - allowance(analytic, narrow)
                && analytic <= Math.max(narrow.left(), narrow.right()) + allowance(analytic, narrow);
        Verdict verdict = isKink && isBetween ? Verdict.KINK : Verdict.WRONG;
        return new Coordinate(index, analytic, numeric, error, verdict);
    }

    private boolean agrees(double analytic, Slopes slopes) {
        return Math.abs(analytic - slopes.centred()) <= allowance(analytic, slopes);
    }

    private double allowance(double analytic, Slopes slopes) {
        double scale = Math.max(Math.abs(analytic), Math.abs(slopes.centred()));
        return threshold * scale + ROUNDING * magnitude / slopes.width();
    }

    private Slopes slopes(Input input, int index, double width) {
        double x = input.value(index);
        double up = x + width;
        double down = x - width;
        double right = (objective.at(input, index, up) - center) / (up - x);
        double left = (center - objective.at(input, index, down)) / (x - down);
        return new Slopes(width, left, right);
    }
}
