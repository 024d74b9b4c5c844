package dev.gradwright.examples.physics;

import dev.gradwright.Differentiable;
import dev.gradwright.Sample;
import dev.gradwright.Shape;

/** Heat that spreads along a rod, in explicit steps on two buffers that change places. */
public final class HeatEquation {

    private HeatEquation() {}

    @Differentiable
    @Shape("cells")
    public static double[] after(@Shape("cells") double[] start, double logConductivity, int steps) {
        double rate = 0.4 / (1 + Math.exp(-logConductivity));
        double[] now = start.clone();
        double[] next = new double[now.length];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < now.length; i++) {
                double left = now[Math.max(i - 1, 0)];
                double right = now[Math.min(i + 1, now.length - 1)];
                next[i] = now[i] + rate * (left - 2 * now[i] + right);
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now;
    }

    @Sample("steps")
    static int steps() {
        return 7;
    }
}
