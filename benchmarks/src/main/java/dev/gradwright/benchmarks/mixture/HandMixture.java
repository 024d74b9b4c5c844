package dev.gradwright.benchmarks.mixture;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.adbench.GaussianMixture;
import java.util.Arrays;

/**
 * By hand: each point goes forward through all components and at once back, as its logarithm of a sum is only added to the objective.
 * What a point needs on its way back are Q (x - mean) of each component and the exponentials.
 */
final class HandMixture implements Objective {

    private final MixtureInput at;
    private final int dimension;
    private final double[][] q;
    private final double[] logDeterminants;
    private final double[][] differences;
    private final double[][] y;
    private final double[] terms;
    private final double[] weightsBar;
    private final double[] determinantsBar;
    private final double[][] meansBar;
    private final double[][] factorsBar;
    private final double[] differenceBar;

    HandMixture(MixtureInput at) {
        this.at = at;
        dimension = at.dimension();
        int components = at.components();
        q = new double[components][at.factors()[0].length];
        factorsBar = new double[components][at.factors()[0].length];
        logDeterminants = new double[components];
        determinantsBar = new double[components];
        differences = new double[components][dimension];
        y = new double[components][dimension];
        meansBar = new double[components][dimension];
        terms = new double[components];
        weightsBar = new double[components];
        differenceBar = new double[dimension];
    }

    @Override
    public double valueAndGradient() {
        int components = terms.length;
        prepare();
        double sum = -0.5 * at.points().length * dimension * Math.log(2 * Math.PI);
        for (double[] point : at.points()) {
            for (int k = 0; k < components; k++) {
                subtract(point, at.means()[k], differences[k]);
                double square = squaredLength(q[k], differences[k], y[k]);
                terms[k] = at.weights()[k] + logDeterminants[k] - 0.5 * square;
            }
            sum += softmax(terms, terms);
            for (int k = 0; k < components; k++) {
                weightsBar[k] += terms[k];
                determinantsBar[k] += terms[k];
                back(k, terms[k]);
            }
        }
        sum -= at.points().length * softmax(at.weights(), terms);
        for (int k = 0; k < components; k++) {
            weightsBar[k] -= at.points().length * terms[k];
        }
        return sum + prior();
    }

    private void prepare() {
        Arrays.fill(weightsBar, 0);
        Arrays.fill(determinantsBar, 0);
        for (int k = 0; k < q.length; k++) {
            Arrays.fill(meansBar[k], 0);
            Arrays.fill(factorsBar[k], 0);
            double[] factor = at.factors()[k];
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                q[k][i] = Math.exp(factor[i]);
                sum += factor[i];
            }
            System.arraycopy(factor, dimension, q[k], dimension, factor.length - dimension);
            logDeterminants[k] = sum;
        }
    }

    private static void subtract(double[] point, double[] mean, double[] difference) {
        for (int i = 0; i < difference.length; i++) {
            difference[i] = point[i] - mean[i];
        }
    }

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

    /** The way back of one point through one component: of -y'y / 2, times the component's share. */
    private void back(int k, double share) {
        double[] q = this.q[k];
        double[] qBar = factorsBar[k];
        double[] y = this.y[k];
        double[] difference = differences[k];
        double[] differenceBar = this.differenceBar;
        double[] meanBar = meansBar[k];
        int dimension = y.length;
        for (int i = 0; i < dimension; i++) {
            y[i] *= -share;
        }
        for (int i = 0; i < dimension; i++) {
            qBar[i] += y[i] * difference[i];
            differenceBar[i] = y[i] * q[i];
        }
        int next = dimension;
        for (int j = 0; j < dimension; j++) {
            double bar = differenceBar[j];
            double d = difference[j];
            for (int i = j + 1; i < dimension; i++) {
                qBar[next] += y[i] * d;
                bar += y[i] * q[next];
                next++;
            }
            meanBar[j] -= bar;
        }
    }

    /** The logarithm of the sum of exponentials, and its derivatives. */
    private static double softmax(double[] terms, double[] shares) {
        double largest = terms[0];
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        double sum = 0;
        for (int k = 0; k < terms.length; k++) {
            shares[k] = Math.exp(terms[k] - largest);
            sum += shares[k];
        }
        double result = largest + Math.log(sum);
        for (int k = 0; k < terms.length; k++) {
            shares[k] /= sum;
        }
        return result;
    }

    /** The prior, and with it the way back through the exponentials of the diagonals. */
    private double prior() {
        double gamma = at.gamma();
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            double squares = 0;
            for (int i = 0; i < q[k].length; i++) {
                squares += q[k][i] * q[k][i];
                factorsBar[k][i] += gamma * gamma * q[k][i];
            }
            sum += 0.5 * gamma * gamma * squares - at.extraFreedom() * logDeterminants[k];
            for (int i = 0; i < dimension; i++) {
                factorsBar[k][i] = factorsBar[k][i] * q[k][i] + determinantsBar[k] - at.extraFreedom();
            }
        }
        return sum - q.length * GaussianMixture.priorConstant(dimension, gamma, at.extraFreedom());
    }

    @Override
    public double[] gradient() {
        return Flat.of(new double[][] {weightsBar}, meansBar, factorsBar);
    }
}
