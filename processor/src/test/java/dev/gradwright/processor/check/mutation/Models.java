package dev.gradwright.processor.check.mutation;

import java.util.Map;

/** Models whose generated gradients are changed: each has other things in its reverse sweep. */
final class Models {

    /** Sources by the name of the class; each has a method {@code f} that can be checked with random arguments. */
    static final Map<String, String> SOURCES =
            Map.of("Poisson", """
            public final class Poisson {
                @Differentiable public static double f(@Shape("d") double[] weights, @Shape("n, d") @Constant double[][] samples, @Shape("n") double[] counts) {
                    double sum = 0;
                    for (int i = 0; i < samples.length; i++) {
                        double score = 0;
                        for (int j = 0; j < weights.length; j++) score += weights[j] * samples[i][j];
                        sum += counts[i] * score - Math.exp(score);
                    }
                    return sum;
                }
            }""", "Pieces", """
            public final class Pieces {
                @Differentiable public static double f(@Shape("n") double[] x, double scale) {
                    double sum = 0;
                    for (double v : x) {
                        if (v > 0.3) sum += v * v * scale; else if (v < -0.3) sum -= Math.sin(v); else sum += v / (2 + v);
                    }
                    double rest = Math.sqrt(1 + sum * sum);
                    while (rest > 1.5) rest *= 0.7 + 0.1 * Math.tanh(scale);
                    return rest + sum;
                }
            }""", "Network", """
            public final class Network {
                @Parameter @Shape("units, inputs") final double[][] weight;
                @Parameter @Shape("units") final double[] bias;
                @Parameter @Shape("units") final double[] out;
                public Network(int units, int inputs, RandomGenerator random) {
                    weight = new double[units][]; bias = random.doubles(units).toArray(); out = random.doubles(units).toArray();
                    for (int i = 0; i < units; i++) weight[i] = random.doubles(inputs, -1, 1).toArray();
                }
                @Differentiable public double f(@Shape("inputs") double[] x) {
                    double largest = 0;
                    double total = 0;
                    for (int i = 0; i < weight.length; i++) {
                        double z = bias[i];
                        for (int j = 0; j < x.length; j++) z += weight[i][j] * x[j];
                        total += out[i] * Math.tanh(z);
                        largest = Math.max(largest, z);
                    }
                    return total * total + largest;
                }
            }""", "Recurrence", """
            public final class Recurrence {
                @Differentiable public static double[] f(@Shape("3") double[] start, @Shape("3") double[] rates) {
                    double[] state = start.clone();
                    for (int t = 0; t < 5; t++) {
                        double before = state[0];
                        state[0] += 0.1 * rates[0] * state[1];
                        state[1] = state[1] * Math.cos(rates[1] * state[2]) - 0.1 * before;
                        state[2] = step(state[2], rates[2], t);
                    }
                    return state;
                }
                private static double step(double x, double rate, int depth) {
                    if (depth == 0) return x * rate;
                    return 0.5 * step(x + 0.1 * x * x, rate, depth - 1) + rate;
                }
            }""", "Matrices", """
            public final class Matrices {
                @Differentiable public static double f(@Shape("n, n") DMatrixRMaj a, @Shape("n, n") DMatrixRMaj b) {
                    DMatrixRMaj c = CommonOps_DDRM.mult(a, b, null);
                    DMatrixRMaj d = CommonOps_DDRM.multTransA(a, c, null);
                    double sum = 0;
                    for (int i = 0; i < d.getNumRows(); i++) for (int j = 0; j < d.getNumCols(); j++) sum += d.get(i, j) * c.get(j, i);
                    return sum;
                }
            }""", "Words", """
            public final class Words {
                @Differentiable public static double f(@Shape("rows, 2") double[][] table, @Shape("n") @Index("rows") int[] words) {
                    double sum = 0;
                    for (int w : words) sum += table[w][0] * Math.exp(table[w][1]);
                    return sum * sum / words.length;
                }
            }""");

    private Models() {}
}
