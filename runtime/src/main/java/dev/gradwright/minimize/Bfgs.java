package dev.gradwright.minimize;

import java.util.Arrays;

/**
 * BFGS with the whole inverse Hessian, for up to some hundreds of variables: an update costs as many operations as the matrix has entries.
 *
 * <p>C. Broyden, R. Fletcher, D. Goldfarb, D. Shanno, 1970. The first matrix is {@code s'y / y'y} times the identity.
 */
public final class Bfgs extends Minimizer {

    private final LineSearch search;

    private Bfgs(LineSearch search) {
        this.search = search;
    }

    /** With the line search of Moré and Thuente. */
    public static Bfgs withDefaults() {
        return new Bfgs(MoreThuente.of(1e-4, 0.9));
    }

    /** With another line search. */
    public Bfgs lineSearch(LineSearch other) {
        return new Bfgs(other);
    }

    @Override
    Run start(Objective objective, double[] start) {
        return new Descent(objective, start, new Matrix(start.length), search);
    }

    @Override
    public String toString() {
        return "BFGS";
    }

    private static final class Matrix implements Direction {

        private static final double LEAST_CURVATURE = 1e-16;

        private final double[][] inverse;
        private boolean fresh = true;

        Matrix(int size) {
            inverse = new double[size][size];
        }

        @Override
        public void at(double[] point, double[] gradient, double[] direction) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = fresh ? -gradient[i] : -Vectors.dot(inverse[i], gradient);
            }
        }

        @Override
        public void learn(double[] s, double[] y) {
            double curvature = Vectors.dot(s, y);
            if (!(curvature > LEAST_CURVATURE * Vectors.norm(s) * Vectors.norm(y))) {
                return;
            }
            if (fresh) {
                begin(curvature / Vectors.dot(y, y));
            }
            double[] hy = new double[s.length];
            for (int i = 0; i < hy.length; i++) {
                hy[i] = Vectors.dot(inverse[i], y);
            }
            double factor = (1 + Vectors.dot(y, hy) / curvature) / curvature;
            for (int i = 0; i < s.length; i++) {
                for (int j = 0; j < s.length; j++) {
                    inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
                }
            }
        }

        private void begin(double scale) {
            for (int i = 0; i < inverse.length; i++) {
                Arrays.fill(inverse[i], 0);
                inverse[i][i] = scale;
            }
            fresh = false;
        }

        @Override
        public void forget() {
            fresh = true;
        }

        @Override
        public boolean isFresh() {
            return fresh;
        }

        @Override
        public boolean hasScale() {
            return true;
        }
    }
}
