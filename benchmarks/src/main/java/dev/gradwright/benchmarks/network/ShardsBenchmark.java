package dev.gradwright.benchmarks.network;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.data.Order;
import dev.gradwright.train.objective.BatchGradient;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
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

/** A step of training with the batch whole on one thread, and cut into shards that one or several threads share. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-Dgradwright.kernel=plain")
public class ShardsBenchmark {

    /** The network. */
    @Param({"SMALL", "MEDIUM", "LARGE"})
    public NetworkSize size;

    /** Into how many shards the batch is cut, and how many threads share them. */
    @Param({"1x1", "2x1", "2x2", "4x2", "4x4"})
    public String shardsByThreads;

    private Examples<DMatrixRMaj, int[]> data;
    private int[] order;
    private BatchGradient<NetworkGradient, Batch<DMatrixRMaj, int[]>> objective;
    private Optimizer optimizer;

    /** Makes the network, its gradients and the threads. */
    @Setup
    public void make() {
        data = Examples.of(size.examples(), size.labels());
        order = Order.natural(data.size());
        Network network = size.network();
        String[] numbers = shardsByThreads.split("x");
        objective = new BatchGradient<>(
                Trainer.of(
                                data,
                                () -> NetworkGradient.of(network),
                                (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                        .problem(),
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                1);
        optimizer = Optimizer.unchecked(objective.gradient().parameters(), Optimizers.sgd(TrainingStepBenchmark.RATE));
    }

    /** Copies the examples into batches, forward, backward, sum, update. */
    @Benchmark
    public double step() {
        objective.take(data, order, 0, order.length, null, 0);
        double loss = objective.learn(0);
        optimizer.step();
        return loss;
    }

    /** Ends the threads. */
    @TearDown
    public void end() {
        objective.close();
    }
}
