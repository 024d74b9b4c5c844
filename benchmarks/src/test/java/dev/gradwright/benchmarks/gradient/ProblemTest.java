package dev.gradwright.benchmarks.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.gradwright.benchmarks.memory.MemoryWays;
import dev.gradwright.benchmarks.mixture.MixtureWays;
import dev.gradwright.benchmarks.oscillator.OscillatorWays;
import dev.gradwright.benchmarks.process.ProcessWays;
import dev.gradwright.benchmarks.reprojection.ReprojectionWays;
import dev.gradwright.benchmarks.rosenbrock.RosenbrockWays;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource
    void gradientsByHandAndOnTheTapeAreThoseThatAreGenerated(Problem problem) {
        Ways ways = problem.ways();
        assertSame(ways, ways.byHand());
        assertSame(ways, ways.tape());
    }

    /** In smaller sizes: the large ones take Hipparchus seconds. */
    static Stream<Ways> small() {
        return Stream.of(
                RosenbrockWays.of(10),
                MixtureWays.of(3, 4, 10),
                MemoryWays.of(2, 5, 3),
                ReprojectionWays.of(),
                OscillatorWays.of(),
                ProcessWays.of(10));
    }

    @ParameterizedTest
    @MethodSource("small")
    void gradientsOfHipparchusAreThoseThatAreGenerated(Ways ways) {
        assertSame(ways, ways.hipparchus());
        assertSame(ways, ways.byHand());
    }

    @ParameterizedTest
    @EnumSource
    void generatedCodeAndTheAdjointByHandAllocateNothing(Problem problem) {
        Ways ways = problem.ways();
        assertThat(allocatedBy(ways.generated().get())).isZero();
        assertThat(allocatedBy(ways.byHand().get())).isZero();
        assertThat(allocatedBy(ways.tape().get())).isZero();
    }

    private static void assertSame(Ways ways, Supplier<Objective> other) {
        Objective generated = ways.generated().get();
        Objective checked = other.get();
        for (int call = 0; call < 2; call++) {
            double value = ways.primal().getAsDouble();
            assertThat(generated.valueAndGradient()).isEqualTo(value);
            assertThat(checked.valueAndGradient()).isCloseTo(value, within(1e-12 * Math.abs(value)));
            double[] expected = generated.gradient();
            double largest = 0;
            for (double entry : expected) {
                largest = Math.max(largest, Math.abs(entry));
            }
            assertThat(largest).isPositive();
            assertThat(checked.gradient()).containsExactly(expected, within(1e-11 * largest));
        }
    }

    /** The compiler may still be at work, and the counter itself allocates at first: the smallest of a few counts. */
    private static long allocatedBy(Objective objective) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            sum += objective.valueAndGradient();
            sum += objective.valueAndGradient();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(sum).isNotNaN();
        return least;
    }
}
