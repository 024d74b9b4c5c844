package dev.gradwright.minimize;

/** An objective along a direction from a point. Keeps the last point evaluated and the lowest, so that no point is evaluated twice. */
final class Ray implements LineFunction {

    private final Objective objective;
    private final double[] origin;
    private final double[] direction;
    private Place last;
    private Place lowest;

    /** A point that was evaluated. */
    record Place(double step, double value, double[] point, double[] gradient) {}

    Ray(Objective objective, double[] origin, double[] direction) {
        this.objective = objective;
        this.origin = origin;
        this.direction = direction;
    }

    @Override
    public double value(double step) {
        double[] point = origin.clone();
        Vectors.addMultiple(step, direction, point);
        double[] gradient = new double[point.length];
        double value = objective.valueAndGradient(point, gradient);
        if (!Vectors.allFinite(gradient)) {
            value = Double.NaN;
        }
        last = new Place(step, value, point, gradient);
        if (Double.isFinite(value) && (lowest == null || value <= lowest.value)) {
            lowest = last;
        }
        return value;
    }

    @Override
    public double slope() {
        return Vectors.dot(last.gradient, direction);
    }

    /** The point at a step; null if it would have to be evaluated again. */
    Place at(double step) {
        return last.step == step ? last : lowest != null && lowest.step == step ? lowest : null;
    }
}
