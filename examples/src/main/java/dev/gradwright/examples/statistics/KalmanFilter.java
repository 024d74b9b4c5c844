package dev.gradwright.examples.statistics;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The log likelihood of a series whose hidden level wanders, by the filter of Kalman. */
public final class KalmanFilter {

    private KalmanFilter() {}

    @Differentiable
    public static double logLikelihood(@Shape("steps") double[] series, double logDrift, double logNoise) {
        double level = 0;
        double variance = 1;
        double sum = 0;
        for (double seen : series) {
            variance += Math.exp(logDrift);
            double innovation = seen - level;
            double spread = variance + Math.exp(logNoise);
            double gain = variance / spread;
            sum -= 0.5 * (Math.log(2 * Math.PI * spread) + innovation * innovation / spread);
            level += gain * innovation;
            variance *= 1 - gain;
        }
        return sum;
    }
}
