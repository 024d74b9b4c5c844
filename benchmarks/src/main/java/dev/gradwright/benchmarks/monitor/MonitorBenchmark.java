package dev.gradwright.benchmarks.monitor;

import java.io.IOException;
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

/**
 * Ten and a hundred epochs of the digits: alone, with the standard monitors, with everything on, and with everything written to one place or to four. Two
 * lengths show what is paid once and what at each step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(value = 2, jvmArgs = "-Dgradwright.kernel=plain")
public class MonitorBenchmark {

    /** What is watched. */
    @Param
    public Watched watched;

    /** How long the training is. */
    @Param({"10", "100"})
    public int epochs;

    private WatchedTraining training;

    /** Makes a place for files. */
    @Setup
    public void make() throws IOException {
        training = new WatchedTraining();
    }

    /** Removes it. */
    @TearDown
    public void remove() throws IOException {
        training.close();
    }

    /** Trains, from a new model. */
    @Benchmark
    public Object train() throws IOException {
        return training.run(watched, epochs);
    }
}
