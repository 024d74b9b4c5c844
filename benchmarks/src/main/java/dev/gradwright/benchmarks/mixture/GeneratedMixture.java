package dev.gradwright.benchmarks.mixture;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.adbench.GaussianMixtureGradient;

/** With the generated gradient. */
final class GeneratedMixture implements Objective {

    private final GaussianMixtureGradient gradient = GaussianMixtureGradient.create();
    private final MixtureInput at;

    GeneratedMixture(MixtureInput at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        return gradient.logPosteriorValueAndGradient(
                at.weights(), at.means(), at.factors(), at.points(), at.gamma(), at.extraFreedom());
    }

    @Override
    public double[] gradient() {
        return Flat.of(
                new double[][] {gradient.logPosteriorWeights()},
                gradient.logPosteriorMeans(),
                gradient.logPosteriorFactors());
    }
}
