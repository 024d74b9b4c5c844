package dev.gradwright.minimize;

/** An objective along a direction from a point. Keeps the last point evaluated and the lowest, so that none is evaluated twice. */
final class Ray implements LineFunction {

    private final Objective objective;
    private final double[] origin;
    private final double[] direction;
    private Place last;
    private Place lowest;
    private int evaluations;

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
        evaluations++;
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

    int evaluations() {
        return evaluations;
    }

    /** The point at a step that a search has found; evaluated again if it is neither the last nor the lowest. */
    Place at(double step) {
        if (lowest != null && lowest.step == step) {
            return lowest;
        }
        if (last.step != step) {
            value(step);
        }
        return last;
    }
}
