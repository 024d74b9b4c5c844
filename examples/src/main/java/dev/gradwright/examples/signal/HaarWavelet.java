package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** A wavelet transform by Haar, level after level in place, and the size of its details. */
public final class HaarWavelet {

    private HaarWavelet() {}

    @Differentiable
    public static double details(@Shape("8") double[] signal) {
        double[] a = signal.clone();
        double[] half = new double[a.length];
        double sum = 0;
        for (int n = a.length; n > 1; n /= 2) {
            for (int i = 0; i < n / 2; i++) {
                half[i] = (a[2 * i] + a[2 * i + 1]) / Math.sqrt(2);
                double detail = (a[2 * i] - a[2 * i + 1]) / Math.sqrt(2);
                sum += Math.sqrt(detail * detail + 0.01);
            }
            System.arraycopy(half, 0, a, 0, n / 2);
        }
        return sum + a[0];
    }
}
