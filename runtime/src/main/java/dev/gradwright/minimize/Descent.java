package dev.gradwright.minimize;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The states of a method that goes along directions by line searches. */
final class Descent implements Iterator<MinimizerState> {

    private final Objective objective;
    private final Direction method;
    private final LineSearch search;
    private final long start = System.nanoTime();
    private MinimizerState state;
    private MinimizerState upcoming;
    private int evaluations;
    private double lastLength;
    private double lastSlope;
    private boolean ended;

    Descent(Objective objective, double[] start, Direction method, LineSearch search) {
        this.objective = objective;
        this.method = method;
        this.search = search;
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = objective.valueAndGradient(point, gradient);
        Starts.requireFinite(value, gradient);
        evaluations = 1;
        upcoming = new MinimizerState(1, value, point, gradient, Vectors.largest(gradient), elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null && !ended) {
            upcoming = step();
            ended = upcoming == null;
        }
        return upcoming != null;
    }

    @Override
    public MinimizerState next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no lower point was found");
        }
        state = upcoming;
        upcoming = null;
        return state;
    }

    /** The state after a step; without what was learnt, if that leads nowhere; null if nothing leads anywhere. */
    private MinimizerState step() {
        MinimizerState next = along();
        if (next == null && !method.isFresh()) {
            method.forget();
            next = along();
        }
        return next;
    }

    private MinimizerState along() {
        double[] gradient = state.gradientItself();
        double[] direction = new double[gradient.length];
        method.at(state.pointItself(), gradient, direction);
        double slope = Vectors.dot(gradient, direction);
        if (!(slope < 0) || !Vectors.allFinite(direction)) {
            return null;
        }
        Ray ray = new Ray(objective, state.pointItself(), direction);
        LineSearch.Step step = search.search(ray, state.value(), slope, first(direction, slope), Starts.LARGEST_STEP);
        evaluations += step.evaluations();
        if (step.failed()) {
            return null;
        }
        Ray.Place place = ray.at(step.length());
        if (place == null) {
            ray.value(step.length());
            evaluations++;
            place = ray.at(step.length());
        }
        if (!(place.value() <= state.value())) {
            return null;
        }
        lastLength = step.length();
        lastSlope = slope;
        MinimizerState next = state.next(
                evaluations,
                place.value(),
                place.point(),
                place.gradient(),
                Vectors.largest(place.gradient()),
                elapsed());
        method.learn(
                Vectors.difference(place.point(), state.pointItself()), Vectors.difference(place.gradient(), gradient));
        return next;
    }

    /** The step to try first: 1 for methods that know the scale, a short one at first, else as much decrease as last time. */
    private double first(double[] direction, double slope) {
        if (method.hasScale() && !method.isFresh()) {
            return 1;
        }
        if (method.isFresh() || lastLength == 0) {
            return Math.min(1, 1 / Vectors.norm(direction));
        }
        return Math.min(Starts.LARGEST_STEP, lastLength * lastSlope / slope);
    }
}
