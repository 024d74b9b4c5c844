package dev.gradwright.examples.adbench;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import dev.gradwright.Shape;

/**
 * The logarithm of the posterior density of a Gaussian mixture, up to what does not depend on its parameters but including the
 * Wishart prior's constant. The inverse of each covariance is Q'Q with Q lower triangular, the logarithms of whose diagonal come
 * first in a row of {@code factors}, then the entries below it, column by column.
 */
public final class GaussianMixture {

    private GaussianMixture() {}

    /** The log posterior of a mixture's parameters, given points. */
    @Differentiable
    public static double logPosterior(
            @Shape("components") double[] weights,
            @Shape("components, dimension") double[][] means,
            @Shape("components, entries") double[][] factors,
            @Constant @Shape("points, dimension") double[][] points,
            @Constant double gamma,
            int extraFreedom) {
        int dimension = points[0].length;
        double sum = -0.5 * points.length * dimension * Math.log(2 * Math.PI);
        double[] terms = new double[weights.length];
        for (double[] point : points) {
            for (int k = 0; k < weights.length; k++) {
                terms[k] = weights[k]
                        + logDeterminant(factors[k], dimension)
                        - 0.5 * distance(point, means[k], factors[k]);
            }
            sum += logSumExp(terms);
        }
        return sum - points.length * logSumExp(weights) + logPrior(factors, dimension, gamma, extraFreedom);
    }

    private static double logDeterminant(double[] factor, int dimension) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += factor[i];
        }
        return sum;
    }

    /** The squared length of Q (x - mean). */
    private static double distance(double[] point, double[] mean, double[] factor) {
        int dimension = mean.length;
        double[] y = new double[dimension];
        int next = dimension;
        for (int j = 0; j < dimension; j++) {
            double difference = point[j] - mean[j];
            y[j] += Math.exp(factor[j]) * difference;
            for (int i = j + 1; i < dimension; i++) {
                y[i] += factor[next] * difference;
                next++;
            }
        }
        double sum = 0;
        for (double entry : y) {
            sum += entry * entry;
        }
        return sum;
    }

    private static double logPrior(double[][] factors, int dimension, double gamma, int extraFreedom) {
        int freedom = dimension + extraFreedom + 1;
        double constant = freedom * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma(freedom, dimension);
        double sum = 0;
        for (double[] factor : factors) {
            double squares = 0;
            for (int i = 0; i < factor.length; i++) {
                double entry = i < dimension ? Math.exp(factor[i]) : factor[i];
                squares += entry * entry;
            }
            sum += 0.5 * gamma * gamma * squares - extraFreedom * logDeterminant(factor, dimension);
        }
        return sum - factors.length * constant;
    }

    /** The logarithm of the multivariate gamma function at half a whole number. */
    private static double logGamma(int doubled, int dimension) {
        double sum = 0.25 * dimension * (dimension - 1) * Math.log(Math.PI);
        for (int j = 0; j < dimension; j++) {
            sum += logGammaOfHalf(doubled - j);
        }
        return sum;
    }

    /** The logarithm of gamma(n / 2), by its recurrence. */
    private static double logGammaOfHalf(int n) {
        double sum = n % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (int i = n - 2; i > 0; i -= 2) {
            sum += Math.log(0.5 * i);
        }
        return sum;
    }

    private static double logSumExp(double[] terms) {
        double largest = terms[0];
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }

    @Sample("factors")
    static double[][] factors(int components, int dimension) {
        double[][] factors = new double[components][dimension * (dimension + 1) / 2];
        for (double[] factor : factors) {
            for (int i = 0; i < factor.length; i++) {
                factor[i] = 0.3 * Math.sin(i + 1);
            }
        }
        return factors;
    }

    @Sample("gamma")
    static double gamma() {
        return 1.5;
    }

    @Sample("extraFreedom")
    static int extraFreedom() {
        return 2;
    }
}
