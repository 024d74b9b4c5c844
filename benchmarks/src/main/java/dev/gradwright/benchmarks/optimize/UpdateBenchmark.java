package dev.gradwright.benchmarks.optimize;

import dev.gradwright.Parameters;
import dev.gradwright.optimize.GradientTransformation;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/** One update of a model of four equal matrices, by an optimizer and by a loop written by hand for the method. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class UpdateBenchmark {

    private static final int MATRICES = 4;

    /** How many parameters there are. */
    @Param({"100000", "1000000"})
    public int size;

    /** The method. */
    @Param({"SGD", "MOMENTUM", "ADAM", "ADAMW"})
    public HandFused method;

    private DMatrixRMaj[] values;
    private DMatrixRMaj[] gradients;
    private HandFused.State[] states;
    private Optimizer optimizer;
    private Optimizer unchecked;
    private int steps;

    /** Draws parameters and gradients. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        values = new DMatrixRMaj[MATRICES];
        gradients = new DMatrixRMaj[MATRICES];
        states = new HandFused.State[MATRICES];
        Parameters.Builder parameters = Parameters.builder();
        for (int i = 0; i < MATRICES; i++) {
            values[i] = new DMatrixRMaj(size / MATRICES / 100, 100);
            gradients[i] = new DMatrixRMaj(size / MATRICES / 100, 100);
            for (int j = 0; j < values[i].data.length; j++) {
                values[i].data[j] = random.nextGaussian();
                gradients[i].data[j] = 0.01 * random.nextGaussian();
            }
            states[i] = new HandFused.State(values[i].data.length);
            parameters.add("weight" + i, values[i], gradients[i]);
        }
        Parameters all = parameters.build();
        optimizer = new Optimizer(all, optimizer());
        unchecked = Optimizer.unchecked(all, optimizer());
        steps = 0;
    }

    private GradientTransformation optimizer() {
        return switch (method) {
            case SGD -> Optimizers.sgd(1e-6);
            case MOMENTUM -> Optimizers.momentum(1e-6, 0.9);
            case ADAM -> Optimizers.adam(1e-6);
            case ADAMW -> Optimizers.adamW(1e-6, 0.01);
        };
    }

    /** The optimizer. */
    @Benchmark
    public void optimizerStep() {
        optimizer.step();
    }

    /** The optimizer, without a look at the gradients beforehand; the loop by hand takes none either. */
    @Benchmark
    public void uncheckedStep() {
        unchecked.step();
    }

    /** The loop. */
    @Benchmark
    public void handFusedLoop() {
        steps++;
        for (int i = 0; i < MATRICES; i++) {
            method.step(values[i].data, gradients[i].data, states[i], 1e-6, steps);
        }
    }
}
