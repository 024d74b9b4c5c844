package dev.gradwright.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import java.lang.management.ManagementFactory;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({"TINY,KERNEL", "SMALL,KERNEL", "MEDIUM,KERNEL", "LARGE,KERNEL", "TINY,EJML", "SMALL,EJML"})
    void lossAndGradientByHandAreThoseThatAreGenerated(NetworkSize size, Products products) {
        Network network = size.network();
        HandNetwork hand = new HandNetwork(network, products);
        NetworkGradient gradient = NetworkGradient.of(network);
        DMatrixRMaj x = size.examples();
        int[] labels = size.labels();
        double expected = hand.valueAndGradient(x, labels);
        assertThat(gradient.lossValueAndGradient(x, labels)).isCloseTo(expected, within(1e-12 * expected));
        for (int k = 0; k < network.layers.length; k++) {
            assertClose(gradient.layers[k].weight.data, hand.layers[k].weightBar.data);
            assertClose(gradient.layers[k].bias, hand.layers[k].biasBar);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stepsByHandAndWithTheGeneratedGradientGoTheSameWay(NetworkSize size) {
        Network network = size.network();
        HandNetwork hand = new HandNetwork(size.network(), Products.KERNEL);
        Step step = new Step(network, size, 0.1);
        for (int i = 0; i < 3; i++) {
            double expected = hand.step(size.examples(), size.labels(), 0.1);
            assertThat(step.take()).isCloseTo(expected, within(1e-11 * expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNothing(NetworkSize size) {
        Step step = new Step(size.network(), size, 1e-9);
        assertThat(allocatedBy(step)).isZero();
    }

    /** The compiler may still be at work, and the counter itself allocates at first: the smallest of a few counts. */
    private static long allocatedBy(Step step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            step.take();
            step.take();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static final class Step {

        private final NetworkGradient gradient;
        private final Optimizer optimizer;
        private final DMatrixRMaj x;
        private final int[] labels;

        Step(Network network, NetworkSize size, double rate) {
            gradient = NetworkGradient.of(network);
            optimizer = Optimizer.unchecked(gradient.parameters(), Optimizers.sgd(rate));
            x = size.examples();
            labels = size.labels();
        }

        double take() {
            gradient.zero();
            double loss = gradient.lossValueAndGradient(x, labels);
            optimizer.step();
            return loss;
        }
    }

    private static void assertClose(double[] actual, double[] expected) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isPositive();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-12 * largest));
        }
    }
}
