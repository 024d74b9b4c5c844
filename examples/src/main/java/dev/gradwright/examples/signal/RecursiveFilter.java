package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A recursive filter of second order over a signal. */
public final class RecursiveFilter {

    private RecursiveFilter() {}

    @Differentiable
    @Shape("samples")
    public static double[] filtered(
            @Shape("samples") double[] signal, @Shape("3") double[] forward, @Shape("2") double[] feedback) {
        double[] out = new double[signal.length];
        double d1 = 0;
        double d2 = 0;
        for (int t = 0; t < signal.length; t++) {
            double w = signal[t] - 0.3 * feedback[0] * d1 - 0.3 * feedback[1] * d2;
            out[t] = forward[0] * w + forward[1] * d1 + forward[2] * d2;
            d2 = d1;
            d1 = w;
        }
        return out;
    }
}
