package dev.gradwright.minimize;

/** Dense matrices of some tens of rows. */
final class SmallMatrix {

    private SmallMatrix() {}

    static double[] times(double[][] a, double[] v) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = Vectors.dot(a[i], v);
        }
        return product;
    }

    /** The inverse, column by column; with NaN where the matrix is singular. */
    static double[][] inverse(double[][] a) {
        int n = a.length;
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            double[] column = solve(a, unit);
            for (int i = 0; i < n; i++) {
                inverse[i][j] = column[i];
            }
        }
        return inverse;
    }

    /** The inverse of a matrix whose rows and columns differ much in size: they are scaled to a diagonal of 1 or -1 before. */
    static double[][] scaledInverse(double[][] a) {
        int n = a.length;
        double[] scale = new double[n];
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(Math.abs(a[i][i]));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i][j] = a[i][j] * scale[i] * scale[j];
            }
        }
        double[][] inverse = inverse(scaled);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] *= scale[i] * scale[j];
            }
        }
        return inverse;
    }

    /** Solves {@code A x = b} by elimination with partial pivoting; NaN if the matrix is singular. */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = a[i].clone();
        }
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            pivot(m, x, k);
            for (int i = k + 1; i < n; i++) {
                double factor = m[i][k] / m[k][k];
                for (int j = k; j < n; j++) {
                    m[i][j] -= factor * m[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= m[i][j] * x[j];
            }
            x[i] /= m[i][i];
        }
        return x;
    }

    private static void pivot(double[][] m, double[] x, int k) {
        int best = k;
        for (int i = k + 1; i < m.length; i++) {
            if (Math.abs(m[i][k]) > Math.abs(m[best][k])) {
                best = i;
            }
        }
        double[] row = m[k];
        m[k] = m[best];
        m[best] = row;
        double number = x[k];
        x[k] = x[best];
        x[best] = number;
    }
}
