package dev.gradwright.benchmarks.process;

import dev.gradwright.benchmarks.gradient.Ways;
import dev.gradwright.examples.statistics.GaussianProcess;

/** The process of the examples. */
public final class ProcessWays {

    private ProcessWays() {}

    /** The logarithm of the likelihood of so many points. */
    public static Ways of(int points) {
        ProcessInput at = ProcessInput.of(points);
        return new Ways(
                () -> GaussianProcess.logLikelihood(at.logLength(), at.logNoise(), at.x(), at.y()),
                () -> new GeneratedProcess(at),
                () -> new HandProcess(at),
                () -> new TapeProcess(at),
                () -> new HipparchusProcess(at));
    }
}
