package dev.gradwright.benchmarks.reprojection;

import dev.gradwright.benchmarks.gradient.Objective;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Both rows of the Jacobian by one sweep that carries two seeds, by two sweeps over one record, and by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class SeedsBenchmark {

    private final Objective oneSweep = new GeneratedReprojection(Observation.sample());
    private final Objective twoSweeps = new SweptReprojection(Observation.sample());
    private final Objective byHand = new HandReprojection(Observation.sample());

    /** One sweep, two seeds. */
    @Benchmark
    public double oneSweep() {
        return oneSweep.valueAndGradient();
    }

    /** Two sweeps, a seed each. */
    @Benchmark
    public double twoSweeps() {
        return twoSweeps.valueAndGradient();
    }

    /** By hand, a reverse sweep for each row. */
    @Benchmark
    public double byHand() {
        return byHand.valueAndGradient();
    }
}
