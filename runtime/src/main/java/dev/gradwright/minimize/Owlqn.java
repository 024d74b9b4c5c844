package dev.gradwright.minimize;

/**
 * OWL-QN: L-BFGS for a smooth objective plus {@code penalty} times the sum of the absolute values of the variables, which makes many of them
 * exactly zero. A range of variables can go unpenalized, such as intercepts.
 *
 * <p>G. Andrew and J. Gao, Scalable training of L1-regularized log-linear models, ICML 2007. A step stays in the orthant of its start, where the
 * penalty is linear: variables that would change their sign become zero. The line search is backtracking. The values of states are those
 * with the penalty; gradients are pseudo-gradients, which are zero where zero is best.
 */
public final class Owlqn extends Minimizer {

    private final double penalty;
    private final int freeFrom;
    private final int freeTo;
    private final int memory;

    private Owlqn(double penalty, int freeFrom, int freeTo, int memory) {
        this.penalty = penalty;
        this.freeFrom = freeFrom;
        this.freeTo = freeTo;
        this.memory = memory;
    }

    /**
     * With a penalty on all variables, and a memory of 20 steps.
     *
     * @throws IllegalArgumentException if the penalty is negative or not finite
     */
    public static Owlqn withPenalty(double penalty) {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the penalty of absolute values is " + penalty + "; use a finite number of 0 or more");
        }
        return new Owlqn(penalty, 0, 0, 20);
    }

    /**
     * The same without a penalty on the variables from one index up to another.
     *
     * @throws IllegalArgumentException if the range is none
     */
    public Owlqn unpenalized(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "the unpenalized range from " + from + " to " + to + " is none; use 0 <= from <= to");
        }
        return new Owlqn(penalty, from, to, memory);
    }

    /**
     * The same with another memory.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Owlqn memory(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the memory of OWL-QN is " + steps + " steps; use 1 or more");
        }
        return new Owlqn(penalty, freeFrom, freeTo, steps);
    }

    private double penaltyOf(int i) {
        return i >= freeFrom && i < freeTo ? 0 : penalty;
    }

    @Override
    Run start(Objective objective, double[] start) {
        if (freeTo > start.length) {
            throw new IllegalArgumentException(
                    "the unpenalized range ends at " + freeTo + ", but there are only " + start.length + " variables");
        }
        return new OrthantRun(objective, start);
    }

    @Override
    public String toString() {
        return "OWL-QN with penalty " + penalty;
    }

    private final class OrthantRun extends Run {

        private static final double SUFFICIENT = 1e-4;
        private static final double ROUNDING = 1e-16;
        private static final int MOST = 60;

        private final Objective objective;
        private final LbfgsMemory learnt = new LbfgsMemory(memory, 1e-16, false);
        private double[] smoothGradient;

        OrthantRun(Objective objective, double[] start) {
            this.objective = objective;
            double[] point = start.clone();
            smoothGradient = new double[point.length];
            double value = evaluateStart(objective, point, smoothGradient) + penaltyAt(point);
            double[] pseudo = pseudoGradient(point, smoothGradient);
            begin(value, point, pseudo, Vectors.largest(pseudo));
        }

        private double penaltyAt(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += penaltyOf(i) * Math.abs(x[i]);
            }
            return sum;
        }

        /** The derivative towards the side that leads down; zero where none does. */
        private double[] pseudoGradient(double[] x, double[] g) {
            double[] pseudo = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double c = penaltyOf(i);
                if (x[i] != 0) {
                    pseudo[i] = g[i] + Math.copySign(c, x[i]);
                } else {
                    pseudo[i] = g[i] + c < 0 ? g[i] + c : Math.max(g[i] - c, 0);
                }
            }
            return pseudo;
        }

        @Override
        boolean forget() {
            boolean had = !learnt.isFresh();
            learnt.forget();
            return had;
        }

        @Override
        MinimizerState along() {
            double[] x = state().pointItself();
            double[] pseudo = state().gradientItself();
            double[] direction = new double[x.length];
            learnt.at(x, pseudo, direction);
            for (int i = 0; i < x.length; i++) {
                if (penaltyOf(i) > 0 && direction[i] * pseudo[i] >= 0) {
                    direction[i] = 0;
                }
            }
            double slope = Vectors.dot(direction, pseudo);
            if (!(slope < 0) || !Vectors.allFinite(direction)) {
                return null;
            }
            return search(x, pseudo, direction, slope);
        }

        private MinimizerState search(double[] x, double[] pseudo, double[] direction, double slope) {
            double t = learnt.isFresh() ? Math.min(1, 1 / Vectors.norm(direction)) : 1;
            for (int k = 0; k < MOST && t * Math.abs(slope) > ROUNDING * Math.abs(state().value()); k++) {
                double[] point = project(x, pseudo, direction, t);
                double[] gradient = new double[x.length];
                double value = objective.valueAndGradient(point, gradient) + penaltyAt(point);
                countEvaluations(1);
                double[] step = Vectors.difference(point, x);
                double decrease = SUFFICIENT * Vectors.dot(pseudo, step);
                if (Double.isFinite(value) && Vectors.allFinite(gradient) && value <= state().value() + decrease) {
                    learnt.learn(step, Vectors.difference(gradient, smoothGradient));
                    smoothGradient = gradient;
                    double[] next = pseudoGradient(point, gradient);
                    return next(value, point, next, Vectors.largest(next));
                }
                t /= 2;
            }
            return null;
        }

        /** The point at a step, with zeros for variables that left their orthant. */
        private double[] project(double[] x, double[] pseudo, double[] direction, double t) {
            double[] point = x.clone();
            Vectors.addMultiple(t, direction, point);
            for (int i = 0; i < x.length; i++) {
                double side = x[i] != 0 ? x[i] : -pseudo[i];
                if (penaltyOf(i) > 0 && point[i] * side <= 0) {
                    point[i] = 0;
                }
            }
            return point;
        }
    }
}
