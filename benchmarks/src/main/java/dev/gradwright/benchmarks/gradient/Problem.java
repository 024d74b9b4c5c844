package dev.gradwright.benchmarks.gradient;

import dev.gradwright.benchmarks.memory.MemoryWays;
import dev.gradwright.benchmarks.mixture.MixtureWays;
import dev.gradwright.benchmarks.oscillator.OscillatorWays;
import dev.gradwright.benchmarks.process.ProcessWays;
import dev.gradwright.benchmarks.reprojection.ReprojectionWays;
import dev.gradwright.benchmarks.rosenbrock.RosenbrockWays;
import java.util.function.Supplier;

/** What is measured. */
public enum Problem {
    /** Rosenbrock's function of 100 variables. */
    ROSENBROCK_100(() -> RosenbrockWays.of(100)),
    /** Rosenbrock's function of 10,000 variables. */
    ROSENBROCK_10000(() -> RosenbrockWays.of(10_000)),
    /** ADBench's Gaussian mixture of its own test, 2 dimensions, 3 components, 1 point. */
    MIXTURE_TEST(() -> MixtureWays.of(2, 3, 1)),
    /** ADBench's Gaussian mixture, 10 dimensions, 25 components, 1000 points. */
    MIXTURE(() -> MixtureWays.of(10, 25, 1000)),
    /** ADBench's long short-term memory, 2 layers, 1024 steps, 14 bits. */
    MEMORY(() -> MemoryWays.of(2, 1024, 14)),
    /** ADBench's residual of bundle adjustment with its Jacobian. */
    REPROJECTION(ReprojectionWays::of),
    /** A thousand steps of an oscillator with four parameters. */
    OSCILLATOR(OscillatorWays::of),
    /** The likelihood of a Gaussian process at 100 points. */
    PROCESS(() -> ProcessWays.of(100));

    private final Supplier<Ways> maker;

    Problem(Supplier<Ways> maker) {
        this.maker = maker;
    }

    /** The problem, in all ways. */
    public Ways ways() {
        return maker.get();
    }
}
