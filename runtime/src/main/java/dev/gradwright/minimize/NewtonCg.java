package dev.gradwright.minimize;

/**
 * Newton's method, each step of which is found by linear conjugate gradients, until they are good enough, with a residual of {@code min(0.5, sqrt
 * |g|) |g|}, or meet negative curvature, which is followed. Quadratic convergence in many variables, for a few products with the Hessian in each step.
 *
 * <p>R. Dembo, S. Eisenstat and T. Steihaug, Inexact Newton methods, SIAM Journal on Numerical Analysis 19, 1982.
 */
public final class NewtonCg extends Minimizer {

    private final HessianProduct hessian;
    private final LineSearch search;

    private NewtonCg(HessianProduct hessian, LineSearch search) {
        this.hessian = hessian;
        this.search = search;
    }

    /** With products of the Hessian of the objective that will be minimized, and the line search of Moré and Thuente. */
    public static NewtonCg with(HessianProduct hessian) {
        return new NewtonCg(hessian, MoreThuente.of(1e-4, 0.9));
    }

    /** The same with another line search. */
    public NewtonCg lineSearch(LineSearch other) {
        return new NewtonCg(hessian, other);
    }

    @Override
    Run start(Objective objective, double[] start) {
        return new Descent(objective, start, new Newton(), search);
    }

    @Override
    public String toString() {
        return "Newton's method by conjugate gradients";
    }

    /** The direction towards the minimum of the quadratic model. It learns nothing; forgetting means to try the gradient once. */
    private final class Newton implements Direction {

        private boolean steepest;

        @Override
        public void at(double[] point, double[] gradient, double[] direction) {
            double[] residual = new double[gradient.length];
            for (int i = 0; i < residual.length; i++) {
                residual[i] = -gradient[i];
                direction[i] = steepest ? -gradient[i] : 0;
            }
            if (!steepest) {
                solve(point, residual, direction);
            }
        }

        private void solve(double[] point, double[] residual, double[] solution) {
            double[] along = residual.clone();
            double[] product = new double[residual.length];
            double norm = Vectors.norm(residual);
            double enough = Math.min(0.5, Math.sqrt(norm)) * norm;
            double square = Vectors.dot(residual, residual);
            for (int k = 0; k < 2 * residual.length && Math.sqrt(square) > enough; k++) {
                hessian.multiply(point, along, product);
                double curvature = Vectors.dot(along, product);
                if (!(curvature > 1e-14 * Vectors.dot(along, along))) {
                    Vectors.addMultiple(lengthDespite(curvature, square), along, solution);
                    return;
                }
                double step = square / curvature;
                Vectors.addMultiple(step, along, solution);
                Vectors.addMultiple(-step, product, residual);
                double next = Vectors.dot(residual, residual);
                for (int i = 0; i < along.length; i++) {
                    along[i] = residual[i] + next / square * along[i];
                }
                square = next;
            }
        }

        /** How far to go where the model curves down, which leads away from saddles: as far as if it curved up as much. */
        private static double lengthDespite(double curvature, double square) {
            double length = square / Math.abs(curvature);
            return Double.isFinite(length) ? length : 1;
        }

        @Override
        public void learn(double[] step, double[] change) {
            steepest = false;
        }

        @Override
        public void forget() {
            steepest = true;
        }

        @Override
        public boolean isFresh() {
            return steepest;
        }

        @Override
        public boolean hasScale() {
            return true;
        }
    }
}
