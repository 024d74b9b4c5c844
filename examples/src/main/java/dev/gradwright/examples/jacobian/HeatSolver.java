package dev.gradwright.examples.jacobian;

/** Newton's method for {@link HeatConduction}: the Jacobian by three directions in one sweep, the linear system by elimination. */
public final class HeatSolver {

    private final HeatConductionJacobianColumns sweep = HeatConductionJacobianColumns.create();
    private final double[][] colours;
    /** Of each row of the Jacobian the entries before, on and behind the diagonal. */
    private final double[][] band;

    /** Prepares to solve for so many inner nodes. */
    public HeatSolver(int nodes) {
        this.colours = new double[HeatConduction.COLOURS][nodes];
        this.band = new double[nodes][3];
        for (int column = 0; column < nodes; column++) {
            colours[column % HeatConduction.COLOURS][column] = 1;
        }
    }

    /** The three entries of each row of the Jacobian that may not be zero; those outside of the matrix are. */
    public double[][] band(double[] temperature, double[] source, double left, double right) {
        linearize(temperature, source, left, right);
        return band;
    }

    private double[] linearize(double[] temperature, double[] source, double left, double right) {
        double[] imbalance = sweep.imbalance(temperature, colours[0], colours[1], colours[2], source, left, right);
        for (int row = 0; row < band.length; row++) {
            for (int k = 0; k < 3; k++) {
                int column = row + k - 1;
                boolean isInside = column >= 0 && column < band.length;
                band[row][k] = isInside ? sweep.imbalanceDot(column % HeatConduction.COLOURS)[row] : 0;
            }
        }
        return imbalance;
    }

    /**
     * Moves temperatures to where no heat is left over.
     *
     * @param temperature where to begin; holds the solution afterwards
     * @return how many steps it took
     * @throws IllegalStateException if 50 steps are not enough
     */
    public int solve(double[] temperature, double[] source, double left, double right) {
        for (int step = 1; step <= 50; step++) {
            double[] change = linearize(temperature, source, left, right).clone();
            eliminate(change);
            double largest = 0;
            for (int i = 0; i < change.length; i++) {
                temperature[i] -= change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < 1e-12) {
                return step;
            }
        }
        throw new IllegalStateException("Newton's method has not come to rest");
    }

    /** Solves the tridiagonal system by elimination without a search for pivots: the matrix is dominated by its diagonal. */
    private void eliminate(double[] right) {
        for (int i = 1; i < right.length; i++) {
            double factor = band[i][0] / band[i - 1][1];
            band[i][1] -= factor * band[i - 1][2];
            right[i] -= factor * right[i - 1];
        }
        for (int i = right.length - 1; i >= 0; i--) {
            double known = i + 1 < right.length ? band[i][2] * right[i + 1] : 0;
            right[i] = (right[i] - known) / band[i][1];
        }
    }
}
