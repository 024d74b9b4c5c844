package dev.gradwright.kernel;

/**
 * The product of a column and a row, {@code c (+)= alpha a b}. It is bound by memory; each row is made in scratch that has the indices
 * of {@code b}, as only then C2 makes vector instructions of the loop, and copied to its place. One for each thread.
 */
final class OuterProduct {

    private double[] scratch = new double[0];

    /** Takes the column from {@code a} at {@code 0, aDown, 2 aDown, ...}. */
    void multiply(int m, int n, double alpha, double[] a, int aDown, double[] b, boolean accumulates, double[] c) {
        if (scratch.length < n) {
            scratch = new double[n];
        }
        for (int row = 0; row < m; row++) {
            double factor = alpha * a[row * aDown];
            if (accumulates) {
                System.arraycopy(c, row * n, scratch, 0, n);
                add(n, factor, b, scratch);
            } else {
                scale(n, factor, b, scratch);
            }
            System.arraycopy(scratch, 0, c, row * n, n);
        }
    }

    private static void scale(int n, double factor, double[] b, double[] to) {
        for (int j = 0; j < n; j++) {
            to[j] = factor * b[j];
        }
    }

    private static void add(int n, double factor, double[] b, double[] to) {
        for (int j = 0; j < n; j++) {
            to[j] = Math.fma(factor, b[j], to[j]);
        }
    }
}
