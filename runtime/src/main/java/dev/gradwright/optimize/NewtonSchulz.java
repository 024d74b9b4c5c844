package dev.gradwright.optimize;

/** The iteration that makes matrices of one shape nearly orthogonal, with its memory. */
final class NewtonSchulz {

    private static final double A = 3.4445;
    private static final double B = -4.7750;
    private static final double C = 2.0315;
    private static final double EPSILON = 1e-7;

    private final int rows;
    private final int columns;
    private final int steps;
    private final int small;
    private final int large;
    private final double[] x;
    private final double[] next;
    private final double[] gram;
    private final double[] polynomial;

    NewtonSchulz(int rows, int columns, int steps) {
        this.rows = rows;
        this.columns = columns;
        this.steps = steps;
        this.small = Math.min(rows, columns);
        this.large = Math.max(rows, columns);
        x = new double[rows * columns];
        next = new double[rows * columns];
        gram = new double[small * small];
        polynomial = new double[small * small];
    }

    int size() {
        return x.length;
    }

    /** Replaces the matrix that begins at an index. Works on the transpose if that is the wider one, as the product X X' is smaller. */
    void apply(double[] updates, int at) {
        load(updates, at, 1 / (Norm.of(updates, at, at + x.length, 1) + EPSILON));
        for (int i = 0; i < steps; i++) {
            iterate();
        }
        store(updates, at, Math.sqrt(Math.max(1, columns / (double) rows)));
    }

    private void load(double[] updates, int at, double factor) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                x[place(i, j)] = updates[at + i * columns + j] * factor;
            }
        }
    }

    private void store(double[] updates, int at, double factor) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                updates[at + i * columns + j] = x[place(i, j)] * factor;
            }
        }
    }

    private int place(int i, int j) {
        return rows <= columns ? i * large + j : j * large + i;
    }

    private void iterate() {
        for (int i = 0; i < small; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < large; k++) {
                    sum += x[i * large + k] * x[j * large + k];
                }
                gram[i * small + j] = sum;
                gram[j * small + i] = sum;
            }
        }
        for (int i = 0; i < polynomial.length; i++) {
            polynomial[i] = B * gram[i];
        }
        addProduct(C, gram, gram, small, polynomial);
        for (int i = 0; i < x.length; i++) {
            next[i] = A * x[i];
        }
        addProduct(1, polynomial, x, large, next);
        System.arraycopy(next, 0, x, 0, x.length);
    }

    /** {@code target += factor * left * right}, left being small by small and right small by {@code width}. */
    private void addProduct(double factor, double[] left, double[] right, int width, double[] target) {
        for (int i = 0; i < small; i++) {
            for (int k = 0; k < small; k++) {
                double f = factor * left[i * small + k];
                for (int j = 0; j < width; j++) {
                    target[i * width + j] += f * right[k * width + j];
                }
            }
        }
    }
}
