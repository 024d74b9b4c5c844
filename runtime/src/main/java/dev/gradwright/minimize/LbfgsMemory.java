package dev.gradwright.minimize;

/**
 * The limited memory of L-BFGS: the last few steps {@code s} with the changes {@code y} of the gradient on them, and the product with the inverse
 * Hessian that they define, by the two-loop recursion.
 *
 * <p>J. Nocedal, Updating quasi-Newton matrices with limited storage, Mathematics of Computation 35, 1980.
 */
final class LbfgsMemory implements Direction {

    private static final double DAMPING = 0.2;

    private final int most;
    private final double leastCurvature;
    private final boolean damped;
    private final double[][] steps;
    private final double[][] changes;
    private final double[] curvatures;
    private final double[] coefficients;
    private double[] lastGradient;
    private double[] lastDirection;
    private int count;
    private int next;

    LbfgsMemory(int most, double leastCurvature, boolean damped) {
        this.most = most;
        this.leastCurvature = leastCurvature;
        this.damped = damped;
        steps = new double[most][];
        changes = new double[most][];
        curvatures = new double[most];
        coefficients = new double[most];
    }

    @Override
    public void at(double[] point, double[] gradient, double[] direction) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        multiply(direction);
        lastGradient = gradient;
        lastDirection = direction;
    }

    /** Multiplies a vector by the inverse Hessian. */
    void multiply(double[] vector) {
        for (int k = 1; k <= count; k++) {
            int i = place(k);
            coefficients[i] = Vectors.dot(steps[i], vector) / curvatures[i];
            Vectors.addMultiple(-coefficients[i], changes[i], vector);
        }
        scale(vector);
        for (int k = count; k >= 1; k--) {
            int i = place(k);
            double beta = Vectors.dot(changes[i], vector) / curvatures[i];
            Vectors.addMultiple(coefficients[i] - beta, steps[i], vector);
        }
    }

    private void scale(double[] vector) {
        if (count > 0) {
            double scale = scale();
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
    }

    /** The inverse of the curvature along the last change, {@code s'y / y'y}, with which the recursion begins. */
    private double scale() {
        int last = place(1);
        return curvatures[last] / Vectors.dot(changes[last], changes[last]);
    }

    /** Where the k-th last pair is. */
    private int place(int k) {
        return Math.floorMod(next - k, most);
    }

    @Override
    public void learn(double[] step, double[] change) {
        double curvature = Vectors.dot(step, change);
        double[] used = change;
        if (damped && count > 0) {
            used = damp(step, change, curvature);
            curvature = Vectors.dot(step, used);
        }
        if (!(curvature > leastCurvature * Vectors.norm(step) * Vectors.norm(used))) {
            return;
        }
        steps[next] = step;
        changes[next] = used;
        curvatures[next] = curvature;
        next = (next + 1) % most;
        count = Math.min(count + 1, most);
    }

    /**
     * Mixes the change of the gradient with the one that was expected, {@code B s}, until the curvature is a fifth of its (M. Powell 1978).
     * The step was along {@code -H g}, so {@code B s} is a multiple of the gradient.
     */
    private double[] damp(double[] step, double[] change, double curvature) {
        double length = Vectors.dot(step, lastDirection) / Vectors.dot(lastDirection, lastDirection);
        double expected = -length * Vectors.dot(step, lastGradient);
        if (curvature >= DAMPING * expected) {
            return change;
        }
        double theta = (1 - DAMPING) * expected / (expected - curvature);
        double[] mixed = new double[change.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = theta * change[i] - (1 - theta) * length * lastGradient[i];
        }
        return mixed;
    }

    @Override
    public void forget() {
        count = 0;
    }

    @Override
    public boolean isFresh() {
        return count == 0;
    }

    @Override
    public boolean hasScale() {
        return true;
    }
}
