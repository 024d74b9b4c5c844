package dev.gradwright.benchmarks.gradient;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A function, and its value and gradient in several ways; each virtual machine sees one way only. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class GradientBenchmark {

    /** The function. */
    @Param
    public Problem problem;

    private Ways ways;
    private Objective objective;

    /** Makes the one that is measured. */
    @Setup
    public void make(BenchmarkParams running) {
        ways = problem.ways();
        String name = running.getBenchmark();
        objective = switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "generated" -> ways.generated().get();
            case "byHand" -> ways.byHand().get();
            case "tape" -> ways.tape().get();
            case "hipparchus" -> ways.hipparchus().get();
            default -> null;
        };
    }

    /** The function alone. */
    @Benchmark
    public double primal() {
        return ways.primal().getAsDouble();
    }

    /** Generated code. */
    @Benchmark
    public double generated() {
        return objective.valueAndGradient();
    }

    /** An adjoint by hand. */
    @Benchmark
    public double byHand() {
        return objective.valueAndGradient();
    }

    /** A tape of primitive arrays. */
    @Benchmark
    public double tape() {
        return objective.valueAndGradient();
    }

    /** Hipparchus. */
    @Benchmark
    public double hipparchus() {
        return objective.valueAndGradient();
    }
}
