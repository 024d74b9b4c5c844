package dev.gradwright.benchmarks.mixture;

import dev.gradwright.benchmarks.gradient.Ways;
import dev.gradwright.examples.adbench.GaussianMixture;

/** The mixture of the examples. */
public final class MixtureWays {

    private MixtureWays() {}

    /** The log posterior of a random mixture. */
    public static Ways of(int dimension, int components, int points) {
        MixtureInput at = MixtureInput.of(dimension, components, points);
        return new Ways(
                () -> GaussianMixture.logPosterior(
                        at.weights(), at.means(), at.factors(), at.points(), at.gamma(), at.extraFreedom()),
                () -> new GeneratedMixture(at),
                () -> new HandMixture(at),
                () -> new TapeMixture(at),
                () -> new HipparchusMixture(at));
    }
}
