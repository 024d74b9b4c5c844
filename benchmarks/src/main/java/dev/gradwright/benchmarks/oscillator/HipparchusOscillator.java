package dev.gradwright.benchmarks.oscillator;

import dev.gradwright.benchmarks.gradient.Objective;
import org.hipparchus.analysis.differentiation.Gradient;

/** With Hipparchus. */
final class HipparchusOscillator implements Objective {

    private final double[] at;
    private Gradient result;

    HipparchusOscillator(double[] at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        Gradient x = Gradient.variable(4, 0, at[0]);
        Gradient v = Gradient.variable(4, 1, at[1]);
        Gradient stiffness = Gradient.variable(4, 2, at[2]).exp();
        Gradient damping = Gradient.variable(4, 3, at[3]).exp().multiply(0.1);
        for (int t = 0; t < 1000; t++) {
            v = v.subtract(stiffness.multiply(x).add(damping.multiply(v)).multiply(0.005));
            x = x.add(v.multiply(0.005));
        }
        result = stiffness.multiply(x.square()).add(v.square()).multiply(0.5);
        return result.getValue();
    }

    @Override
    public double[] gradient() {
        return result.getGradient();
    }
}
