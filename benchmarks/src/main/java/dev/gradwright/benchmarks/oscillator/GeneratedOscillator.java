package dev.gradwright.benchmarks.oscillator;

import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.physics.DampedOscillatorGradient;

/** With the generated gradient. */
final class GeneratedOscillator implements Objective {

    private final DampedOscillatorGradient gradient = DampedOscillatorGradient.create();
    private final double[] at;

    GeneratedOscillator(double[] at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        return gradient.energyValueAndGradient(at[0], at[1], at[2], at[3]);
    }

    @Override
    public double[] gradient() {
        return new double[] {
            gradient.energyPosition(),
            gradient.energyVelocity(),
            gradient.energyLogStiffness(),
            gradient.energyLogDamping()
        };
    }
}
