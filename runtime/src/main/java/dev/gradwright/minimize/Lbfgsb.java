package dev.gradwright.minimize;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * L-BFGS-B: L-BFGS for variables with bounds. Each step first finds the generalized Cauchy point, which says which variables will be at
 * their bounds, then minimizes the quadratic model over the others, and searches along the line to that point. Start points outside are
 * moved to the nearest point inside; the objective is never evaluated outside.
 *
 * <p>R. Byrd, P. Lu, J. Nocedal and C. Zhu, A limited memory algorithm for bound constrained optimization, SIAM Journal on Scientific Computing
 * 16(5), 1995, with the direct primal method for the subspace.
 */
public final class Lbfgsb extends Minimizer {

    private final Bounds bounds;
    private final int memory;
    private final LineSearch search;

    private Lbfgsb(Bounds bounds, int memory, LineSearch search) {
        this.bounds = bounds;
        this.memory = memory;
        this.search = search;
    }

    /** With bounds, a memory of 10 steps, and the line search of Moré and Thuente. */
    public static Lbfgsb within(Bounds bounds) {
        return new Lbfgsb(
                Objects.requireNonNull(bounds, "the bounds of L-BFGS-B are null"), 10, MoreThuente.of(1e-4, 0.9));
    }

    /**
     * The same with another memory.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Lbfgsb memory(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the memory of L-BFGS-B is " + steps + " steps; use 1 or more");
        }
        return new Lbfgsb(bounds, steps, search);
    }

    /** The same with another line search. */
    public Lbfgsb lineSearch(LineSearch other) {
        return new Lbfgsb(bounds, memory, Objects.requireNonNull(other, "the line search is null"));
    }

    @Override
    Run start(Objective objective, double[] start) {
        if (bounds.size() != start.length) {
            throw new IllegalArgumentException(
                    "there are bounds for " + bounds.size() + " variables, but " + start.length + " variables");
        }
        return new BoundedRun(objective, start);
    }

    @Override
    public String toString() {
        return "L-BFGS-B with a memory of " + memory + " steps";
    }

    private final class BoundedRun extends Run {

        private final Objective objective;
        private final CompactHessian hessian = new CompactHessian(memory);
        private final LbfgsMemory inverse = new LbfgsMemory(memory, 1e-16, false);

        BoundedRun(Objective objective, double[] start) {
            this.objective = (x, gradient) -> objective.valueAndGradient(bounds.clamp(x), gradient);
            double[] point = bounds.clamp(start);
            double[] gradient = new double[point.length];
            double value = evaluateStart(this.objective, point, gradient);
            begin(value, point, gradient, bounds.projectedGradient(point, gradient));
        }

        @Override
        boolean forget() {
            boolean had = !hessian.isFresh();
            hessian.forget();
            inverse.forget();
            return had;
        }

        @Override
        MinimizerState along() {
            double[] x = state().pointItself();
            double[] gradient = state().gradientItself();
            CauchyPoint cauchy = new CauchyPoint(hessian, bounds, x, gradient);
            double[] direction = Vectors.difference(target(cauchy, x, gradient), x);
            double slope = Vectors.dot(direction, gradient);
            double largest = bounds.largestStep(x, direction);
            if (!(slope < 0) || !(largest > 0) || !Vectors.allFinite(direction)) {
                return null;
            }
            Ray ray = new Ray(objective, x, direction);
            double first = hessian.isFresh() ? Math.min(1, 1 / Vectors.norm(direction)) : 1;
            LineSearch.Step step =
                    search.search(ray, state().value(), slope, Math.min(first, largest), Math.min(largest, 1e20));
            Ray.Place place = step.failed() ? null : ray.at(step.length());
            countEvaluations(ray.evaluations());
            if (place == null) {
                return null;
            }
            double[] point = bounds.clamp(place.point());
            double[] moved = Vectors.difference(point, x);
            double[] change = Vectors.difference(place.gradient(), gradient);
            hessian.learn(moved, change);
            inverse.learn(moved, change);
            return next(place.value(), point, place.gradient(), bounds.projectedGradient(point, place.gradient()));
        }

        /** The Cauchy point, moved towards the minimum of the model over the free variables as far as the bounds allow. */
        private double[] target(CauchyPoint cauchy, double[] x, double[] gradient) {
            double[] point = cauchy.point().clone();
            int[] free = IntStream.range(0, x.length).filter(cauchy::isFree).toArray();
            if (free.length == 0 || hessian.isFresh()) {
                return point;
            }
            double[] step =
                    free.length == x.length ? wholeStep(cauchy, x, gradient) : subspaceStep(free, cauchy, x, gradient);
            double part = 1;
            for (int k = 0; k < free.length; k++) {
                int i = free[k];
                double room = step[k] > 0 ? bounds.upper(i) - point[i] : bounds.lower(i) - point[i];
                if (step[k] != 0) {
                    part = Math.min(part, room / step[k]);
                }
            }
            for (int k = 0; k < free.length; k++) {
                point[free[k]] = bounds.clamp(free[k], point[free[k]] + part * step[k]);
            }
            return point;
        }

        /** From the Cauchy point to the minimum of the model, if no variable is at a bound: by the recursion, which rounds less. */
        private double[] wholeStep(CauchyPoint cauchy, double[] x, double[] gradient) {
            double[] step = new double[x.length];
            inverse.at(x, gradient, step);
            for (int i = 0; i < step.length; i++) {
                step[i] += x[i] - cauchy.point()[i];
            }
            return step;
        }

        /** {@code -B^-1 r} over the free variables, by the formula of Sherman, Morrison and Woodbury. */
        private double[] subspaceStep(int[] free, CauchyPoint cauchy, double[] x, double[] gradient) {
            double theta = hessian.theta();
            double[] middleShift = hessian.middleTimes(cauchy.shift());
            int columns = hessian.columns();
            double[][] rows = new double[free.length][];
            double[] residual = new double[free.length];
            double[] v = new double[columns];
            double[][] gram = new double[columns][columns];
            for (int k = 0; k < free.length; k++) {
                int i = free[k];
                rows[k] = hessian.row(i);
                residual[k] = gradient[i] + theta * (cauchy.point()[i] - x[i]) - Vectors.dot(rows[k], middleShift);
                Vectors.addMultiple(residual[k], rows[k], v);
                for (int c = 0; c < columns; c++) {
                    Vectors.addMultiple(rows[k][c], rows[k], gram[c]);
                }
            }
            double[][] system = new double[columns][columns];
            for (int r = 0; r < columns; r++) {
                for (int c = 0; c < columns; c++) {
                    double sum = 0;
                    for (int m = 0; m < columns; m++) {
                        sum += hessian.middleMatrix()[r][m] * gram[m][c];
                    }
                    system[r][c] = (r == c ? 1 : 0) - sum / theta;
                }
            }
            double[] solved = SmallMatrix.solve(system, hessian.middleTimes(v));
            double[] step = new double[free.length];
            for (int k = 0; k < free.length; k++) {
                step[k] = -residual[k] / theta - Vectors.dot(rows[k], solved) / (theta * theta);
            }
            return step;
        }
    }
}
