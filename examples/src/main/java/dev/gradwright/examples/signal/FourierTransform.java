package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** The fast Fourier transform by butterflies in place, real and imaginary parts in arrays of their own. */
public final class FourierTransform {

    private FourierTransform() {}

    /** The power in each frequency of a signal of eight samples. */
    @Differentiable
    @Shape("8")
    public static double[] power(@Shape("8") double[] real, @Shape("8") double[] imaginary) {
        double[] re = real.clone();
        double[] im = imaginary.clone();
        transform(re, im);
        double[] power = new double[re.length];
        for (int i = 0; i < power.length; i++) {
            power[i] = re[i] * re[i] + im[i] * im[i];
        }
        return power;
    }

    private static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            while ((j & bit) != 0) {
                j ^= bit;
                bit >>= 1;
            }
            j ^= bit;
            if (i < j) {
                double swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
        for (int length = 2; length <= n; length *= 2) {
            double angle = -2 * Math.PI / length;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < length / 2; k++) {
                    int a = start + k;
                    int b = a + length / 2;
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    double x = re[b] * c - im[b] * s;
                    double y = re[b] * s + im[b] * c;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }
}
