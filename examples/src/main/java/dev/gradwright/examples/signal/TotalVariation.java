package dev.gradwright.examples.signal;

import dev.gradwright.Constant;
import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The objective of denoising by total variation, rounded at zero. */
public final class TotalVariation {

    private TotalVariation() {}

    @Differentiable
    public static double objective(
            @Shape("samples") double[] clean, @Constant @Shape("samples") double[] noisy, double logWeight) {
        double fit = 0;
        double variation = 0;
        for (int i = 0; i < clean.length; i++) {
            fit += (clean[i] - noisy[i]) * (clean[i] - noisy[i]);
            if (i > 0) {
                variation += Math.hypot(clean[i] - clean[i - 1], 0.1);
            }
        }
        return 0.5 * fit + Math.exp(logWeight) * variation;
    }
}
