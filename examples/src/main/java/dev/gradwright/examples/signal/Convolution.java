package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A signal folded with a kernel, zeros around it. */
public final class Convolution {

    private Convolution() {}

    @Differentiable
    @Shape("samples")
    public static double[] folded(@Shape("samples") double[] signal, @Shape("taps") double[] kernel) {
        double[] out = new double[signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int k = 0; k < kernel.length; k++) {
                int from = i + k - kernel.length / 2;
                if (from < 0 || from >= signal.length) {
                    continue;
                }
                out[i] += kernel[k] * signal[from];
            }
        }
        return out;
    }
}
