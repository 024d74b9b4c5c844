package dev.gradwright.examples.statistics;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The log marginal likelihood of a Gaussian process, with a Cholesky factorization by hand. */
public final class GaussianProcess {

    private GaussianProcess() {}

    @Differentiable
    public static double logLikelihood(
            double logLength, double logNoise, @Constant @Shape("points") double[] x, @Shape("points") double[] y) {
        int n = x.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double d = (x[i] - x[j]) / Math.exp(logLength);
                a[i][j] = Math.exp(-0.5 * d * d);
            }
            a[i][i] += 0.1 + Math.exp(logNoise);
        }
        factorize(a);
        double[] z = new double[n];
        double sum = -0.5 * n * Math.log(2 * Math.PI);
        for (int i = 0; i < n; i++) {
            double rest = y[i];
            for (int k = 0; k < i; k++) {
                rest -= a[i][k] * z[k];
            }
            z[i] = rest / a[i][i];
            sum -= 0.5 * z[i] * z[i] + Math.log(a[i][i]);
        }
        return sum;
    }

    /** Turns the lower half of a matrix into its Cholesky factor, in place. */
    private static void factorize(double[][] a) {
        for (int j = 0; j < a.length; j++) {
            double square = a[j][j];
            for (int k = 0; k < j; k++) {
                square -= a[j][k] * a[j][k];
            }
            a[j][j] = Math.sqrt(square);
            for (int i = j + 1; i < a.length; i++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= a[i][k] * a[j][k];
                }
                a[i][j] = rest / a[j][j];
            }
        }
    }
}
