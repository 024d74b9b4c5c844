package dev.gradwright.benchmarks.gradient;

/** Arrays one after the other. */
public final class Flat {

    private Flat() {}

    /** All rows of all matrices, one after the other. */
    public static double[] of(double[][]... matrices) {
        int length = 0;
        for (double[][] matrix : matrices) {
            for (double[] row : matrix) {
                length += row.length;
            }
        }
        double[] all = new double[length];
        int next = 0;
        for (double[][] matrix : matrices) {
            for (double[] row : matrix) {
                System.arraycopy(row, 0, all, next, row.length);
                next += row.length;
            }
        }
        return all;
    }
}
