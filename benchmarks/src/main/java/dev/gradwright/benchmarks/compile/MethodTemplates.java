package dev.gradwright.benchmarks.compile;

import java.util.List;

/** Methods of {@link GeneratedModel}s, the usual ways to calculate, so that every stage of the processor has work to do. */
final class MethodTemplates {

    /** What stands for a number of the class's own. */
    static final String NUMBER = "NUMBER";

    /** All have 12 lines, so that all classes have equally many. */
    static final List<String> ALL = List.of("""
            @Shape("batch, outputs")
            @Differentiable public DMatrixRMaj forward(@Shape("batch, inputs") DMatrixRMaj x) {
                DMatrixRMaj y = new DMatrixRMaj(x.numRows, weight.numCols);
                CommonOps_DDRM.mult(x, weight, y);
                for (int i = 0; i < y.numRows; i++) {
                    for (int j = 0; j < y.numCols; j++) {
                        double sum = y.get(i, j) + bias[j];
                        y.set(i, j, sum > 0 ? sum : NUMBER * sum);
                    }
                }
                return y;
            }
            """, """
            @Shape("outputs")
            @Differentiable public double[] softmax(@Shape("outputs") double[] scores) {
                double[] shares = new double[scores.length];
                double sum = 0;
                for (int i = 0; i < scores.length; i++) {
                    shares[i] = Math.exp(NUMBER * (scores[i] + bias[i]));
                    sum += shares[i];
                }
                for (int i = 0; i < shares.length; i++)
                    shares[i] /= sum;
                return shares;
            }
            """, """
            @Differentiable public double growth(double start, int steps) {
                double population = start;
                double capacity = NUMBER + Math.exp(rates[2]);
                for (int t = 0; t < steps; t++) {
                    double births = sigmoid(rates[0]) * population;
                    double deaths = births * population / capacity;
                    double harvest = t % 4 == 3 ? 0.1 * population : 0;
                    population += births - deaths - harvest;
                }
                return population;
            }

            """, """
            @Differentiable public double squareRoot(double x) {
                double root = x > 1 ? x : NUMBER;
                int turn = 0;
                while (Math.abs(root * root - x) > 1e-12) {
                    root = 0.5 * (root + x / root);
                    turn++;
                    if (turn > 40) {
                        break;
                    }
                }
                return root * rates[1];
            }
            """, """
            @Differentiable public double energy(@Shape("n, 2") double[][] places) {
                double sum = 0;
                for (int i = 0; i < places.length; i++) {
                    for (int j = 0; j < i; j++) {
                        double dx = places[i][0] - places[j][0];
                        double dy = places[i][1] - places[j][1];
                        double square = dx * dx + dy * dy + NUMBER;
                        sum += 1 / Math.sqrt(square) + rates[0] / square;
                    }
                }
                return sum;
            }
            """, """
            @Shape("n")
            @Differentiable public double[] smooth(@Shape("n") double[] signal) {
                double[] smoothed = signal.clone();
                double share = sigmoid(rates[1] - NUMBER);
                for (int sweep = 0; sweep < 3; sweep++) {
                    for (int i = 1; i + 1 < smoothed.length; i++) {
                        double mean = 0.5 * (smoothed[i - 1] + smoothed[i + 1]);
                        smoothed[i] = (1 - share) * smoothed[i] + share * mean;
                    }
                }
                return smoothed;
            }
            """, """
            @Differentiable public double likelihood(@Shape("n") double[] data) {
                double sum = 0;
                for (double x : data) {
                    sum += logDensity(x, rates[0], NUMBER + rates[1] * rates[1]);
                }
                return sum;
            }

            private static double logDensity(double x, double mean, double variance) {
                double gap = x - mean;
                return -0.5 * (gap * gap / variance + Math.log(2 * Math.PI * variance));
            }
            """, """
            @Differentiable public double spring(double x, double v, double h, int steps) {
                double place = x;
                double speed = v;
                for (int t = 0; t < steps; t++) {
                    double force = -NUMBER * Math.sin(place) - rates[0] * speed;
                    double middle = speed + 0.5 * h * force;
                    place += h * middle;
                    double after = -NUMBER * Math.sin(place) - rates[0] * middle;
                    speed += 0.5 * h * (force + after);
                }
                return place * place + speed * speed;
            }
            """, """
            @Differentiable public double polynomial(@Shape("terms") double[] c, double x) {
                double value = 0;
                double sign = 1;
                for (int i = c.length - 1; i >= 0; i--) {
                    if (i % 2 == 0) {
                        sign = -sign;
                    }
                    value = value * x + sign * c[i];
                }
                double bounded = Math.tanh(NUMBER * value);
                return bounded + rates[2] * value;
            }
            """, """
            @Differentiable public double option(double price, double strike, double volatility) {
                double spread = volatility * Math.sqrt(NUMBER);
                double ratio = Math.log(price / strike) + NUMBER * rates[0];
                double upper = ratio / spread + 0.5 * spread;
                double lower = upper - spread;
                double worth = price * sigmoid(1.702 * upper) - strike * sigmoid(1.702 * lower);
                if (worth < 0) {
                    return 0;
                }
                double discount = Math.exp(-rates[0] * NUMBER);
                return discount * worth;
            }
            """, """
            @Differentiable public double distance(@Shape("batch, inputs") DMatrixRMaj a, @Shape("batch, inputs") DMatrixRMaj b) {
                DMatrixRMaj gap = new DMatrixRMaj(a.numRows, a.numCols);
                CommonOps_DDRM.subtract(a, b, gap);
                DMatrixRMaj seen = CommonOps_DDRM.mult(gap, weight, null);
                double sum = 0;
                for (int i = 0; i < seen.numRows; i++) {
                    for (int j = 0; j < seen.numCols; j++) {
                        sum += Math.pow(Math.abs(seen.get(i, j)), NUMBER);
                    }
                }
                return sum / seen.numRows;
            }
            """, """
            @Differentiable public double decay(@Shape("n") double[] masses, int kind) {
                double sum = 0;
                for (int i = 0; i < masses.length; i++) {
                    double rate = switch (kind) {
                        case 0 -> rates[0];
                        case 1 -> rates[1] * NUMBER;
                        default -> Math.log1p(rates[2] * rates[2]);
                    };
                    sum += masses[i] * Math.exp(-rate * i);
                }
                return sum;
            }
            """);

    private MethodTemplates() {}
}
