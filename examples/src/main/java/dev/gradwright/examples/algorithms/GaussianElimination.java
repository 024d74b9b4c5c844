package dev.gradwright.examples.algorithms;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The solution of a linear system by elimination with exchanges of rows. */
public final class GaussianElimination {

    private GaussianElimination() {}

    @Differentiable
    @Shape("n")
    public static double[] solve(@Shape("n, n") double[][] matrix, @Shape("n") double[] right) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            a[i][i] += 5;
        }
        double[] b = right.clone();
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = a[k];
            a[k] = a[pivot];
            a[pivot] = row;
            double entry = b[k];
            b[k] = b[pivot];
            b[pivot] = entry;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
        return b;
    }
}
