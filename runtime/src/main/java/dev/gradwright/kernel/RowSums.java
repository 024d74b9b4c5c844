package dev.gradwright.kernel;

/**
 * The product of a row and a matrix that is stored by rows: a sum of multiples of the matrix's rows, which are read in the order in
 * which they lie in memory. It is bound by memory, and packing would move everything twice.
 */
final class RowSums {

    private static final int ROWS = 4;

    private RowSums() {}

    /** {@code c (+)= alpha a b}, with {@code a} of k entries, {@code b} of k by n, {@code c} of n. */
    static void multiply(int n, int k, double alpha, double[] a, double[] b, boolean accumulates, double[] c) {
        int row = 0;
        if (!accumulates) {
            set(n, alpha * a[0], b, c);
            row = 1;
        }
        for (; row + ROWS <= k; row += ROWS) {
            addFour(n, alpha * a[row], alpha * a[row + 1], alpha * a[row + 2], alpha * a[row + 3], b, row * n, c);
        }
        for (; row < k; row++) {
            add(n, alpha * a[row], b, row * n, c);
        }
    }

    private static void set(int n, double factor, double[] b, double[] c) {
        for (int j = 0; j < n; j++) {
            c[j] = factor * b[j];
        }
    }

    private static void add(int n, double factor, double[] b, int from, double[] c) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(factor, b[from + j], c[j]);
        }
    }

    private static void addFour(int n, double f0, double f1, double f2, double f3, double[] b, int first, double[] c) {
        int second = first + n;
        int third = second + n;
        int fourth = third + n;
        for (int j = 0; j < n; j++) {
            double sum = Math.fma(f1, b[second + j], Math.fma(f0, b[first + j], c[j]));
            c[j] = Math.fma(f3, b[fourth + j], Math.fma(f2, b[third + j], sum));
        }
    }
}
