package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The recursion of Levinson and Durbin from autocorrelations to the error of prediction. */
public final class LinearPrediction {

    private LinearPrediction() {}

    @Differentiable
    public static double error(@Shape("samples") double[] signal) {
        int order = 2;
        double[] r = new double[order + 1];
        for (int lag = 0; lag <= order; lag++) {
            for (int t = lag; t < signal.length; t++) {
                r[lag] += signal[t] * signal[t - lag];
            }
        }
        r[0] += 0.5;
        double[] a = new double[order + 1];
        double error = r[0];
        for (int m = 1; m <= order; m++) {
            double sum = r[m];
            for (int i = 1; i < m; i++) {
                sum -= a[i] * r[m - i];
            }
            double reflection = sum / error;
            double[] old = a.clone();
            a[m] = reflection;
            for (int i = 1; i < m; i++) {
                a[i] = old[i] - reflection * old[m - i];
            }
            error *= 1 - reflection * reflection;
        }
        return error;
    }
}
