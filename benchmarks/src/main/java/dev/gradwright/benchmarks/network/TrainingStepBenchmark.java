package dev.gradwright.benchmarks.network;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
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

/** A step of gradient descent of a network, its parts, and the same by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-Dgradwright.kernel=plain")
public class TrainingStepBenchmark {

    /** So small that weights stay what they are, however many steps are measured. */
    static final double RATE = 1e-9;

    /** The network. */
    @Param({"TINY", "SMALL", "MEDIUM", "LARGE"})
    public NetworkSize size;

    private DMatrixRMaj x;
    private int[] labels;
    private Network network;
    private NetworkGradient gradient;
    private Optimizer optimizer;
    private HandNetwork hand;
    private HandNetwork handOnEjml;

    /** Makes the network and its gradients. */
    @Setup
    public void make() {
        x = size.examples();
        labels = size.labels();
        network = size.network();
        gradient = NetworkGradient.of(network);
        optimizer = Optimizer.unchecked(gradient.parameters(), Optimizers.sgd(RATE));
        hand = new HandNetwork(network, Products.KERNEL);
        handOnEjml = new HandNetwork(network, Products.EJML);
    }

    /** The user's method: EJML's products, new matrices each time. */
    @Benchmark
    public double primal() {
        return network.loss(x, labels);
    }

    /** The function by hand, on the same products as generated code. */
    @Benchmark
    public double handPrimal() {
        return hand.loss(x, labels);
    }

    /** Value and gradient by hand. */
    @Benchmark
    public double handGradient() {
        return hand.valueAndGradient(x, labels);
    }

    /** Value and gradient, generated. */
    @Benchmark
    public double generatedGradient() {
        gradient.zero();
        return gradient.lossValueAndGradient(x, labels);
    }

    /** A step by hand. */
    @Benchmark
    public double handStep() {
        return hand.step(x, labels, RATE);
    }

    /** A step by hand, on EJML's products. */
    @Benchmark
    public double handStepOnEjml() {
        return handOnEjml.step(x, labels, RATE);
    }

    /** A step with the generated gradient. */
    @Benchmark
    public double generatedStep() {
        gradient.zero();
        double loss = gradient.lossValueAndGradient(x, labels);
        optimizer.step();
        return loss;
    }
}
