package dev.gradwright.examples.finance;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;

/** An American put on a tree of prices, from its leaves to its root. */
public final class BinomialOption {

    private BinomialOption() {}

    @Differentiable
    public static double put(double logSpot, double rate, double logVolatility, int steps) {
        double up = Math.exp(Math.exp(logVolatility) * Math.sqrt(1.0 / steps));
        double growth = Math.exp(0.1 * rate / steps);
        double p = (growth - 1 / up) / (up - 1 / up);
        double[] value = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            value[i] = Math.max(0, 1 - Math.exp(logSpot) * Math.pow(up, 2 * i - steps));
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int i = 0; i <= t; i++) {
                double held = (p * value[i + 1] + (1 - p) * value[i]) / growth;
                double exercised = 1 - Math.exp(logSpot) * Math.pow(up, 2 * i - t);
                value[i] = Math.max(held, exercised);
            }
        }
        return value[0];
    }

    @Sample("steps")
    static int steps() {
        return 12;
    }
}
