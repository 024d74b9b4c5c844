package dev.gradwright.benchmarks.network;

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

/** A layer forward and backward, generated and by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-Dgradwright.kernel=plain")
public class LayerBenchmark {

    /** The layer. */
    @Param({"AFFINE", "BATCH_NORMALIZATION", "SOFTMAX", "SOFTMAX_CROSS_ENTROPY"})
    public LayerCase layer;

    private LayerCase.Passes passes;

    /** Makes the layer. */
    @Setup
    public void make() {
        passes = layer.passes(Products.KERNEL);
    }

    /** The user's method: EJML's products, new matrices each time. */
    @Benchmark
    public Object primal() {
        return passes.primal();
    }

    /** The function by hand. */
    @Benchmark
    public Object handPrimal() {
        return passes.handPrimal();
    }

    /** Value and derivatives by hand. */
    @Benchmark
    public Object handGradient() {
        return passes.hand();
    }

    /** Value and derivatives, generated. */
    @Benchmark
    public Object generatedGradient() {
        return passes.generated();
    }
}
