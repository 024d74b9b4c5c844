package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradwright.Parameters;
import java.lang.management.ManagementFactory;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class OptimizerAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Optimizer optimizer = new Optimizer(
            Parameters.builder()
                    .add("weight", new DMatrixRMaj(20, 30), new DMatrixRMaj(20, 30))
                    .add("bias", new double[20], new double[20])
                    .add("table", new double[4][5], new double[4][5])
                    .build(),
            Chain.of(
                    WeightDecay.of(0.1),
                    Momentum.heavyBall(0.9),
                    Momentum.nesterov(step -> 0.9),
                    LearningRate.of(Schedule.stepDecay(0.1, 10, 0.5))));

    @Test
    void stepsAllocateNothing() {
        run(10);
        long before = allocated();
        long ofTheMeasurement = allocated() - before;
        before = allocated();
        run(100);
        assertThat(allocated() - before - ofTheMeasurement).isZero();
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            optimizer.step();
        }
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
