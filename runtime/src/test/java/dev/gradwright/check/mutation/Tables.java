package dev.gradwright.check.mutation;

import java.util.function.DoubleUnaryOperator;

/** Arithmetic on rows of numbers. */
final class Tables {

    private Tables() {}

    /** The product of matrices. */
    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /** The sum of each column. */
    static double[] sums(double[][] a) {
        double[] sums = new double[a[0].length];
        for (double[] row : a) {
            add(1, row, sums);
        }
        return sums;
    }

    /** {@code to += factor * what}. */
    static void add(double factor, double[] what, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * what[j];
        }
    }

    static void add(double factor, double[][] what, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            add(factor, what[i], to[i]);
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[][] map(double[][] a, DoubleUnaryOperator function) {
        double[][] mapped = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            mapped[i] = map(a[i], function);
        }
        return mapped;
    }

    static double[] map(double[] a, DoubleUnaryOperator function) {
        double[] mapped = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            mapped[i] = function.applyAsDouble(a[i]);
        }
        return mapped;
    }

    /** The outer product {@code a b'}. */
    static double[][] outer(double[] a, double[] b) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            double factor = a[i];
            product[i] = map(b, x -> factor * x);
        }
        return product;
    }

    /** {@code a x}. */
    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = dot(a[i], x);
        }
        return product;
    }
}
