package dev.gradwright.minimize;

/** A method at work that goes along directions by line searches. */
final class Descent extends Run {

    private static final double LARGEST_STEP = 1e20;

    private final Objective objective;
    private final Direction method;
    private final LineSearch search;
    private double lastLength;
    private double lastSlope;

    Descent(Objective objective, double[] start, Direction method, LineSearch search) {
        this.objective = objective;
        this.method = method;
        this.search = search;
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = evaluateStart(objective, point, gradient);
        begin(value, point, gradient, Vectors.largest(gradient));
    }

    @Override
    boolean forget() {
        boolean learnt = !method.isFresh();
        method.forget();
        return learnt;
    }

    @Override
    MinimizerState along() {
        double[] gradient = state().gradientItself();
        double[] direction = new double[gradient.length];
        method.at(state().pointItself(), gradient, direction);
        double slope = Vectors.dot(gradient, direction);
        if (!(slope < 0) || !Vectors.allFinite(direction)) {
            return null;
        }
        Ray ray = new Ray(objective, state().pointItself(), direction);
        LineSearch.Step step = search.search(ray, state().value(), slope, first(direction, slope), LARGEST_STEP);
        Ray.Place place = step.failed() ? null : ray.at(step.length());
        countEvaluations(ray.evaluations());
        if (place == null) {
            return null;
        }
        lastLength = step.length();
        lastSlope = slope;
        method.learn(
                Vectors.difference(place.point(), state().pointItself()),
                Vectors.difference(place.gradient(), gradient));
        return next(place.value(), place.point(), place.gradient(), Vectors.largest(place.gradient()));
    }

    /** The step to try first: 1 for methods that know the scale, a short one at first, else as much decrease as last time. */
    private double first(double[] direction, double slope) {
        if (method.hasScale() && !method.isFresh()) {
            return 1;
        }
        if (method.isFresh() || lastLength == 0) {
            return Math.min(1, 1 / Vectors.norm(direction));
        }
        return Math.min(LARGEST_STEP, lastLength * lastSlope / slope);
    }
}
