package dev.gradwright.benchmarks.process;

import dev.gradwright.benchmarks.gradient.Objective;

/**
 * By hand, with the formulas of the textbook (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equation 5.9): the
 * derivative with respect to a hyperparameter is half the trace of (a a' - K^-1) dK, where K a = y; the one with respect to y is -a.
 */
final class HandProcess implements Objective {

    private final ProcessInput at;
    private final int n;
    private final double[][] kernel;
    private final double[][] factor;
    private final double[][] inverse;
    private final double[] z;
    private final double[] a;
    private final double[] gradient;

    HandProcess(ProcessInput at) {
        this.at = at;
        n = at.x().length;
        kernel = new double[n][n];
        factor = new double[n][n];
        inverse = new double[n][n];
        z = new double[n];
        a = new double[n];
        gradient = new double[2 + n];
    }

    @Override
    public double valueAndGradient() {
        double length = Math.exp(at.logLength());
        double noise = Math.exp(at.logNoise());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double d = (at.x()[i] - at.x()[j]) / length;
                kernel[i][j] = Math.exp(-0.5 * d * d);
                factor[i][j] = kernel[i][j];
            }
            factor[i][i] += 0.1 + noise;
        }
        factorize();
        double value = -0.5 * n * Math.log(2 * Math.PI);
        for (int i = 0; i < n; i++) {
            z[i] = (at.y()[i] - dot(factor[i], z, i)) / factor[i][i];
            value -= 0.5 * z[i] * z[i] + Math.log(factor[i][i]);
        }
        invertFactor();
        solveTransposed();
        differentiate(length, noise);
        return value;
    }

    private static double dot(double[] first, double[] second, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += first[k] * second[k];
        }
        return sum;
    }

    /** Row by row. */
    private void factorize() {
        for (int i = 0; i < n; i++) {
            double[] row = factor[i];
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - dot(row, factor[j], j)) / factor[j][j];
            }
            row[i] = Math.sqrt(row[i] - dot(row, row, i));
        }
    }

    /** The inverse of the factor, transposed, so that the inner loops go along rows. */
    private void invertFactor() {
        for (int j = 0; j < n; j++) {
            double[] column = inverse[j];
            column[j] = 1 / factor[j][j];
            for (int i = j + 1; i < n; i++) {
                double[] row = factor[i];
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum += row[k] * column[k];
                }
                column[i] = -sum / row[i];
            }
        }
    }

    private void solveTransposed() {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = i; k < n; k++) {
                sum += inverse[i][k] * z[k];
            }
            a[i] = sum;
        }
    }

    private void differentiate(double length, double noise) {
        double lengthBar = 0;
        double noiseBar = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = 0;
                for (int k = i; k < n; k++) {
                    entry += inverse[i][k] * inverse[j][k];
                }
                double share = a[i] * a[j] - entry;
                if (i == j) {
                    noiseBar += 0.5 * share;
                } else {
                    double d = (at.x()[i] - at.x()[j]) / length;
                    lengthBar += share * kernel[i][j] * d * d;
                }
            }
            gradient[2 + i] = -a[i];
        }
        gradient[0] = lengthBar;
        gradient[1] = noiseBar * noise;
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
