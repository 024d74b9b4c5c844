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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The step of {@link TrainingStepBenchmark} by DJL on PyTorch, with one thread and with two. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"})
public class DjlTrainingStepBenchmark {

    /** The network. */
    @Param({"TINY", "SMALL", "MEDIUM", "LARGE"})
    public NetworkSize size;

    /** How many threads PyTorch computes with. */
    @Param({"1", "2"})
    public int threads;

    private DjlNetwork network;

    /** Loads PyTorch, and makes the network. */
    @Setup
    public void make() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        network = new DjlNetwork(size, TrainingStepBenchmark.RATE);
        double expected = size.network().loss(size.examples(), size.labels());
        double loss = network.value();
        if (!(Math.abs(loss - expected) < 1e-9 * expected)) {
            throw new IllegalStateException("the loss is " + loss + ", but ours is " + expected);
        }
    }

    /** Frees it. */
    @TearDown
    public void close() {
        network.close();
    }

    /** A step. */
    @Benchmark
    public void djlStep() {
        network.step();
    }
}
