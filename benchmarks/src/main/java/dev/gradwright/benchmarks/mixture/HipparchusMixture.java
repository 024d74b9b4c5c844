package dev.gradwright.benchmarks.mixture;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.adbench.GaussianMixture;
import org.hipparchus.analysis.differentiation.Gradient;

/** With Hipparchus. */
final class HipparchusMixture implements Objective {

    private final MixtureInput at;
    private final int dimension;
    private final int components;
    private final double[] inputs;
    private Gradient result;

    HipparchusMixture(MixtureInput at) {
        this.at = at;
        dimension = at.dimension();
        components = at.components();
        inputs = Flat.of(new double[][] {at.weights()}, at.means(), at.factors());
    }

    @Override
    public double valueAndGradient() {
        int next = 0;
        Gradient[] weights = variables(next, components);
        next += components;
        Gradient[][] means = new Gradient[components][];
        for (int k = 0; k < components; k++) {
            means[k] = variables(next, dimension);
            next += dimension;
        }
        Gradient[][] q = new Gradient[components][];
        Gradient[] logDeterminants = new Gradient[components];
        for (int k = 0; k < components; k++) {
            q[k] = variables(next, at.factors()[k].length);
            next += q[k].length;
            logDeterminants[k] = constant(0);
            for (int i = 0; i < dimension; i++) {
                logDeterminants[k] = logDeterminants[k].add(q[k][i]);
                q[k][i] = q[k][i].exp();
            }
        }
        Gradient sum = constant(-0.5 * at.points().length * dimension * Math.log(2 * Math.PI));
        Gradient[] terms = new Gradient[components];
        for (double[] point : at.points()) {
            for (int k = 0; k < components; k++) {
                Gradient square = squaredLength(q[k], point, means[k]);
                terms[k] = weights[k].add(logDeterminants[k]).subtract(square.multiply(0.5));
            }
            sum = sum.add(logSumExp(terms));
        }
        sum = sum.subtract(logSumExp(weights).multiply(at.points().length));
        result = sum.add(prior(q, logDeterminants));
        return result.getValue();
    }

    private Gradient[] variables(int first, int count) {
        Gradient[] variables = new Gradient[count];
        for (int i = 0; i < count; i++) {
            variables[i] = Gradient.variable(inputs.length, first + i, inputs[first + i]);
        }
        return variables;
    }

    private Gradient constant(double value) {
        return Gradient.constant(inputs.length, value);
    }

    private Gradient squaredLength(Gradient[] q, double[] point, Gradient[] mean) {
        Gradient[] y = new Gradient[dimension];
        Gradient[] difference = new Gradient[dimension];
        for (int i = 0; i < dimension; i++) {
            difference[i] = mean[i].negate().add(point[i]);
            y[i] = q[i].multiply(difference[i]);
        }
        int next = dimension;
        for (int j = 0; j < dimension; j++) {
            for (int i = j + 1; i < dimension; i++) {
                y[i] = y[i].add(q[next].multiply(difference[j]));
                next++;
            }
        }
        return squares(y);
    }

    private Gradient squares(Gradient[] numbers) {
        Gradient sum = constant(0);
        for (Gradient number : numbers) {
            sum = sum.add(number.square());
        }
        return sum;
    }

    private Gradient logSumExp(Gradient[] terms) {
        double largest = terms[0].getValue();
        for (Gradient term : terms) {
            largest = Math.max(largest, term.getValue());
        }
        Gradient sum = constant(0);
        for (Gradient term : terms) {
            sum = sum.add(term.subtract(largest).exp());
        }
        return sum.log().add(largest);
    }

    private Gradient prior(Gradient[][] q, Gradient[] logDeterminants) {
        double constant = components * GaussianMixture.priorConstant(dimension, at.gamma(), at.extraFreedom());
        Gradient sum = constant(-constant);
        for (int k = 0; k < components; k++) {
            sum = sum.add(squares(q[k]).multiply(0.5 * at.gamma() * at.gamma()))
                    .subtract(logDeterminants[k].multiply(at.extraFreedom()));
        }
        return sum;
    }

    @Override
    public double[] gradient() {
        return result.getGradient();
    }
}
