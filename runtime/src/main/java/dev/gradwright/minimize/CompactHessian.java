package dev.gradwright.minimize;

import java.util.ArrayList;
import java.util.List;

/**
 * The Hessian that L-BFGS keeps, not inverted, in the compact form {@code B = theta I - W M W'} with {@code W = [Y, theta S]}: the columns are
 * the last changes of the gradient, and the last steps.
 *
 * <p>R. Byrd, J. Nocedal and R. Schnabel, Representations of quasi-Newton matrices and their use in limited memory methods, Mathematical
 * Programming 63, 1994.
 */
final class CompactHessian {

    private final int most;
    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> changes = new ArrayList<>();
    private double theta = 1;
    private double[][] middle = new double[0][0];

    CompactHessian(int most) {
        this.most = most;
    }

    double theta() {
        return theta;
    }

    /** How many columns W has. */
    int columns() {
        return 2 * steps.size();
    }

    boolean isFresh() {
        return steps.isEmpty();
    }

    void forget() {
        steps.clear();
        changes.clear();
        theta = 1;
        middle = new double[0][0];
    }

    /** Learns from a step if its curvature is positive. */
    void learn(double[] step, double[] change) {
        double curvature = Vectors.dot(step, change);
        if (!(curvature > 1e-16 * Vectors.norm(step) * Vectors.norm(change))) {
            return;
        }
        if (steps.size() == most) {
            steps.remove(0);
            changes.remove(0);
        }
        steps.add(step);
        changes.add(change);
        theta = Vectors.dot(change, change) / curvature;
        middle = middle();
    }

    /** The inverse of {@code [[-D, L'], [L, theta S'S]]}, where L is the part of S'Y below its diagonal D. */
    private double[][] middle() {
        int k = steps.size();
        double[][] inverse = new double[2 * k][2 * k];
        for (int i = 0; i < k; i++) {
            inverse[i][i] = -Vectors.dot(steps.get(i), changes.get(i));
            for (int j = 0; j < k; j++) {
                inverse[k + i][k + j] = theta * Vectors.dot(steps.get(i), steps.get(j));
                if (j < i) {
                    double l = Vectors.dot(steps.get(i), changes.get(j));
                    inverse[k + i][j] = l;
                    inverse[j][k + i] = l;
                }
            }
        }
        return SmallMatrix.scaledInverse(inverse);
    }

    /** The row of W for a variable. */
    double[] row(int variable) {
        int k = steps.size();
        double[] row = new double[2 * k];
        for (int i = 0; i < k; i++) {
            row[i] = changes.get(i)[variable];
            row[k + i] = theta * steps.get(i)[variable];
        }
        return row;
    }

    /** {@code W' v}. */
    double[] transposeTimes(double[] v) {
        int k = steps.size();
        double[] product = new double[2 * k];
        for (int i = 0; i < k; i++) {
            product[i] = Vectors.dot(changes.get(i), v);
            product[k + i] = theta * Vectors.dot(steps.get(i), v);
        }
        return product;
    }

    /** {@code M v}. */
    double[] middleTimes(double[] v) {
        return SmallMatrix.times(middle, v);
    }

    double[][] middleMatrix() {
        return middle;
    }
}
