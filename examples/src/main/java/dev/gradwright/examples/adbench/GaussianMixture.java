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
        double[][] q = new double[factors.length][factors[0].length];
        double[] logDeterminants = new double[factors.length];
        for (int k = 0; k < factors.length; k++) {
            for (int i = 0; i < factors[k].length; i++) {
                q[k][i] = i < dimension ? Math.exp(factors[k][i]) : factors[k][i];
            }
            logDeterminants[k] = logDeterminant(factors[k], dimension);
        }
        double[] difference = new double[dimension];
        double[] y = new double[dimension];
        double[] terms = new double[weights.length];
        double sum = -0.5 * points.length * dimension * Math.log(2 * Math.PI);
        for (double[] point : points) {
            for (int k = 0; k < weights.length; k++) {
                for (int i = 0; i < dimension; i++) {
                    difference[i] = point[i] - means[k][i];
                }
                terms[k] = weights[k] + logDeterminants[k] - 0.5 * squaredLength(q[k], difference, y);
            }
            sum += logSumExp(terms);
        }
        return sum - points.length * logSumExp(weights) + logPrior(factors, q, gamma, extraFreedom, dimension);
    }

    private static double logDeterminant(double[] factor, int dimension) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += factor[i];
        }
        return sum;
    }

    /** The squared length of y = Q difference. */
    private static double squaredLength(double[] q, double[] difference, double[] y) {
        int dimension = difference.length;
        for (int i = 0; i < dimension; i++) {
            y[i] = q[i] * difference[i];
        }
        int next = dimension;
        for (int j = 0; j < dimension; j++) {
            double factor = difference[j];
            for (int i = j + 1; i < dimension; i++) {
                y[i] += q[next] * factor;
                next++;
            }
        }
        double sum = 0;
        for (double entry : y) {
            sum += entry * entry;
        }
        return sum;
    }

    private static double logPrior(double[][] factors, double[][] q, double gamma, int extraFreedom, int dimension) {
        double sum = 0;
        for (int k = 0; k < factors.length; k++) {
            double squares = 0;
            for (double entry : q[k]) {
                squares += entry * entry;
            }
            sum += 0.5 * gamma * gamma * squares - extraFreedom * logDeterminant(factors[k], dimension);
        }
        return sum - factors.length * priorConstant(dimension, gamma, extraFreedom);
    }

    /** The logarithm of what normalizes the Wishart prior of one component. */
    public static double priorConstant(int dimension, double gamma, int extraFreedom) {
        int freedom = dimension + extraFreedom + 1;
        return freedom * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma(freedom, dimension);
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
