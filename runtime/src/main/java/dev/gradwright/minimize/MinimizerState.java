package dev.gradwright.minimize;

import java.time.Duration;
import java.util.Locale;

/** Where a minimizer is after an iteration. Does not change when the minimizer goes on. */
public final class MinimizerState {

    private final int iteration;
    private final int evaluations;
    private final double value;
    private final double[] point;
    private final double[] gradient;
    private final double gradientSize;
    private final double decrease;
    private final double stepSize;
    private final Duration elapsed;

    /** The state before the first step. */
    MinimizerState(
            int evaluations, double value, double[] point, double[] gradient, double gradientSize, Duration elapsed) {
        this(0, evaluations, value, point, gradient, gradientSize, Double.NaN, Double.NaN, elapsed);
    }

    private MinimizerState(
            int iteration,
            int evaluations,
            double value,
            double[] point,
            double[] gradient,
            double gradientSize,
            double decrease,
            double stepSize,
            Duration elapsed) {
        this.iteration = iteration;
        this.evaluations = evaluations;
        this.value = value;
        this.point = point;
        this.gradient = gradient;
        this.gradientSize = gradientSize;
        this.decrease = decrease;
        this.stepSize = stepSize;
        this.elapsed = elapsed;
    }

    /** The state after the next step. Arrays are kept, not copied: they must not be changed any more. */
    MinimizerState next(
            int newEvaluations,
            double newValue,
            double[] newPoint,
            double[] newGradient,
            double newGradientSize,
            Duration newElapsed) {
        double[] step = Vectors.difference(newPoint, point);
        return new MinimizerState(
                iteration + 1,
                newEvaluations,
                newValue,
                newPoint,
                newGradient,
                newGradientSize,
                value - newValue,
                Vectors.largest(step),
                newElapsed);
    }

    /** How many steps have been taken: 0 at the start. */
    public int iteration() {
        return iteration;
    }

    /** How often the objective has been evaluated. */
    public int evaluations() {
        return evaluations;
    }

    /** The value of the objective. */
    public double value() {
        return value;
    }

    /** The point. */
    public double[] point() {
        return point.clone();
    }

    /** The gradient at the point. */
    public double[] gradient() {
        return gradient.clone();
    }

    /**
     * How far from a minimum the gradient says this is: its largest absolute value. With bounds, of the gradient projected on them; with a
     * penalty for absolute values, of the pseudo-gradient.
     */
    public double gradientSize() {
        return gradientSize;
    }

    /** By how much the last step has lowered the value; NaN at the start. */
    public double decrease() {
        return decrease;
    }

    /** The largest absolute value of the last step; NaN at the start. */
    public double stepSize() {
        return stepSize;
    }

    /** How long it has taken since the start. */
    public Duration elapsed() {
        return elapsed;
    }

    double[] pointItself() {
        return point;
    }

    double[] gradientItself() {
        return gradient;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "iteration %d: value %.10g, gradient %.2e, %d evaluations",
                iteration,
                value,
                gradientSize,
                evaluations);
    }
}
