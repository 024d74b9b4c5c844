package dev.gradwright.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradwright.Parameters;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final DMatrixRMaj gradient = new DMatrixRMaj(20, 30);
    private final Parameters matrices = Parameters.builder()
            .add("weight", new DMatrixRMaj(20, 30), gradient)
            .add("bias", new DMatrixRMaj(1, 20), new DMatrixRMaj(1, 20))
            .add("table", new double[4][5], new double[4][5])
            .build();

    static Stream<GradientTransformation> methods() {
        return AllMethods.list().stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stepsAllocateNothing(GradientTransformation method) {
        gradient.fill(0.5);
        Optimizer optimizer = new Optimizer(matrices, method);
        assertThat(allocatedBy(optimizer::step)).isZero();
    }

    @Test
    void skippedStepsAndAveragesAllocateNothing() {
        gradient.fill(0.5);
        WeightAverage average = WeightAverage.exponential(matrices, 0.99);
        assertThat(allocatedBy(average::update)).isZero();
        gradient.fill(Double.NaN);
        Optimizer optimizer = Optimizer.skippingNonFinite(matrices, Optimizers.adam(), 1_000_000);
        assertThat(allocatedBy(optimizer::step)).isZero();
    }

    /** The compiler may still be at work, and the counter itself allocates at first: the smallest of a few counts. */
    private static long allocatedBy(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int j = 0; j < 20; j++) {
                step.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
