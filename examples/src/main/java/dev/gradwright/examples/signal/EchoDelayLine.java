package dev.gradwright.examples.signal;

import dev.gradwright.Differentiable;
import dev.gradwright.Shape;

/** An echo with feedback through a ring buffer. */
public final class EchoDelayLine {

    private EchoDelayLine() {}

    @Differentiable
    @Shape("samples")
    public static double[] echo(@Shape("samples") double[] signal, double strength, double feedback) {
        double[] ring = new double[3];
        double[] out = new double[signal.length];
        int head = 0;
        for (int t = 0; t < signal.length; t++) {
            double delayed = ring[head];
            out[t] = signal[t] + Math.tanh(strength) * delayed;
            ring[head] = signal[t] + Math.tanh(feedback) * delayed;
            head = (head + 1) % ring.length;
        }
        return out;
    }
}
