package dev.gradwright.benchmarks.oscillator;

import dev.gradwright.benchmarks.gradient.Ways;
import dev.gradwright.examples.physics.DampedOscillator;

/** The oscillator of the examples. */
public final class OscillatorWays {

    private OscillatorWays() {}

    /** The energy after a thousand steps. */
    public static Ways of() {
        double[] at = {1, -0.5, 0.3, 0.2};
        return new Ways(
                () -> DampedOscillator.energy(at[0], at[1], at[2], at[3]),
                () -> new GeneratedOscillator(at),
                () -> new HandOscillator(at),
                () -> new TapeOscillator(at),
                () -> new HipparchusOscillator(at));
    }
}
