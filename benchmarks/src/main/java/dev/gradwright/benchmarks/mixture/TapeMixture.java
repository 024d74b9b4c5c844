package dev.gradwright.benchmarks.mixture;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.benchmarks.tape.WengertTape;
import dev.gradwright.examples.adbench.GaussianMixture;

/** On a tape. */
final class TapeMixture implements Objective {

    private final WengertTape tape = new WengertTape();
    private final MixtureInput at;
    private final int dimension;
    private final int components;
    private final double[] gradient;
    private final double[] inputs;
    private final int[][] q;
    private final int[] logDeterminants;
    private final int[] difference;
    private final int[] y;
    private final int[] terms;
    private final int[] weights;

    TapeMixture(MixtureInput at) {
        this.at = at;
        dimension = at.dimension();
        components = at.components();
        inputs = Flat.of(new double[][] {at.weights()}, at.means(), at.factors());
        gradient = new double[inputs.length];
        q = new int[components][at.factors()[0].length];
        logDeterminants = new int[components];
        difference = new int[dimension];
        y = new int[dimension];
        terms = new int[components];
        weights = new int[components];
    }

    @Override
    public double valueAndGradient() {
        tape.clear();
        int first = tape.variables(inputs);
        int means = first + components;
        prepare(first, means + components * dimension);
        int sum = tape.variable(-0.5 * at.points().length * dimension * Math.log(2 * Math.PI));
        for (double[] point : at.points()) {
            for (int k = 0; k < components; k++) {
                for (int i = 0; i < dimension; i++) {
                    difference[i] = tape.subtractFrom(point[i], means + k * dimension + i);
                }
                int square = tape.scale(squaredLength(q[k]), 0.5);
                terms[k] = tape.subtract(tape.add(weights[k], logDeterminants[k]), square);
            }
            sum = tape.add(sum, logSumExp(terms));
        }
        sum = tape.subtract(sum, tape.scale(logSumExp(weights), at.points().length));
        sum = tape.add(sum, prior());
        tape.reverse(sum);
        tape.adjoints(first, gradient);
        return tape.value(sum);
    }

    private void prepare(int first, int factors) {
        int next = factors;
        for (int k = 0; k < components; k++) {
            weights[k] = first + k;
            int sum = next;
            for (int i = 0; i < q[k].length; i++) {
                sum = i > 0 && i < dimension ? tape.add(sum, next) : sum;
                q[k][i] = i < dimension ? tape.exp(next) : next;
                next++;
            }
            logDeterminants[k] = sum;
        }
    }

    private int squaredLength(int[] q) {
        for (int i = 0; i < dimension; i++) {
            y[i] = tape.multiply(q[i], difference[i]);
        }
        int next = dimension;
        for (int j = 0; j < dimension; j++) {
            for (int i = j + 1; i < dimension; i++) {
                y[i] = tape.add(y[i], tape.multiply(q[next], difference[j]));
                next++;
            }
        }
        return squares(y);
    }

    private int squares(int[] numbers) {
        int sum = tape.square(numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            sum = tape.add(sum, tape.square(numbers[i]));
        }
        return sum;
    }

    private int logSumExp(int[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int term : terms) {
            largest = Math.max(largest, tape.value(term));
        }
        int sum = tape.exp(tape.shift(terms[0], -largest));
        for (int k = 1; k < terms.length; k++) {
            sum = tape.add(sum, tape.exp(tape.shift(terms[k], -largest)));
        }
        return tape.shift(tape.log(sum), largest);
    }

    private int prior() {
        double constant = components * GaussianMixture.priorConstant(dimension, at.gamma(), at.extraFreedom());
        int sum = tape.variable(-constant);
        for (int k = 0; k < components; k++) {
            int squares = tape.scale(squares(q[k]), 0.5 * at.gamma() * at.gamma());
            sum = tape.add(sum, tape.subtract(squares, tape.scale(logDeterminants[k], at.extraFreedom())));
        }
        return sum;
    }

    @Override
    public double[] gradient() {
        return gradient;
    }
}
