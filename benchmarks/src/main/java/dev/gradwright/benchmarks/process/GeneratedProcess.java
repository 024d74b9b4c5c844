package dev.gradwright.benchmarks.process;

import dev.gradwright.benchmarks.gradient.Flat;
import dev.gradwright.benchmarks.gradient.Objective;
import dev.gradwright.examples.statistics.GaussianProcessGradient;

/** With the generated gradient. */
final class GeneratedProcess implements Objective {

    private final GaussianProcessGradient gradient = GaussianProcessGradient.create();
    private final ProcessInput at;

    GeneratedProcess(ProcessInput at) {
        this.at = at;
    }

    @Override
    public double valueAndGradient() {
        return gradient.logLikelihoodValueAndGradient(at.logLength(), at.logNoise(), at.x(), at.y());
    }

    @Override
    public double[] gradient() {
        double[] hyperparameters = {gradient.logLikelihoodLogLength(), gradient.logLikelihoodLogNoise()};
        return Flat.of(new double[][] {hyperparameters, gradient.logLikelihoodY()});
    }
}
