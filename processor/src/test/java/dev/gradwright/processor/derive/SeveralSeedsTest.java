package dev.gradwright.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradwright.JacobianColumns;
import dev.gradwright.JacobianRows;
import dev.gradwright.processor.testing.Compiled;
import dev.gradwright.processor.testing.Generated;
import dev.gradwright.processor.testing.Probe;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What users see of sweeps that carry several seeds; that lanes are right is compared for every program that is probed. */
class SeveralSeedsTest {

    private static final String CHAIN = """
            final class F {
                @Differentiable(seeds = 3) static double[] f(double[] x, int sweeps) {
                    if (sweeps < 0) throw new IllegalArgumentException("sweeps");
                    double[] y = x.clone();
                    for (int k = 0; k < sweeps; k++) for (int i = 0; i < y.length; i++) y[i] = Math.sin(y[i]) + (i > 0 ? y[i - 1] * x[i] : 0.0);
                    return y;
                }
            }""";
    private static final double[] X = {0.4, -1.1, 0.7, 1.9};
    private static final double[][] IDENTITY = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};

    private final Compiled compiled = Compiled.of(CHAIN);
    private final Generated gradient = Generated.create(compiled, "FGradient");
    private final Generated tangent = Generated.create(compiled, "FTangent");
    private final Generated rows = Generated.create(compiled, "FJacobianRows");
    private final Generated columns = Generated.create(compiled, "FJacobianColumns");

    @Test
    void rowsAndColumnsOfAnyNumberAreThoseOfSingleSweeps() {
        gradient.call("f", X, 3);
        rows.call("f", X, 3);
        for (int count = 0; count <= 4; count++) {
            double[][] some = java.util.Arrays.copyOf(IDENTITY, count);
            assertThat((double[][]) rows.call("fJacobianRows", (Object) some))
                    .isDeepEqualTo((double[][]) gradient.call("fJacobianRows", (Object) some));
            assertThat((double[][]) columns.call("fJacobianColumns", X, 3, some))
                    .isDeepEqualTo((double[][]) tangent.call("fJacobianColumns", X, 3, some));
        }
    }

    @Test
    void oneSweepGivesADerivativeForEachSeed() {
        rows.call("f", X, 2);
        rows.call("fBackward", IDENTITY[3], IDENTITY[0], IDENTITY[2]);
        gradient.call("f", X, 2);
        double[][] single = (double[][]) gradient.call("fJacobianRows", (Object) IDENTITY);
        assertThat((double[]) rows.call("fX", 0)).containsExactly(single[3]);
        assertThat((double[]) rows.call("fX", 1)).containsExactly(single[0]);
        assertThat((double[]) rows.call("fX", 2)).containsExactly(single[2]);
    }

    @Test
    void aDirectionThatIsNullLeavesTheArgumentAsItIs() {
        columns.call("f", X, IDENTITY[1], null, IDENTITY[0], 2);
        assertThat((double[]) columns.call("fDot", 1)).containsOnly(0);
        tangent.call("f", X, IDENTITY[0], 2);
        assertThat((double[]) columns.call("fDot", 2)).containsExactly((double[]) tangent.call("fDot"));
    }

    @Test
    void thereAreNoMoreSeedsThanASweepCarries() {
        rows.call("f", X, 1);
        assertThatThrownBy(() -> rows.call("fX", 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("a sweep of FJacobianRows carries 3 seeds, so there is no seed 3");
        columns.call("f", X, null, null, null, 1);
        assertThatThrownBy(() -> columns.call("fDot", -1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("a sweep of FJacobianColumns carries 3 directions, so there is no direction -1");
    }

    @Test
    void anObjectServesAgainAfterAnException() {
        rows.call("f", X, 2);
        assertThatThrownBy(() -> rows.call("f", X, -1)).hasMessage("sweeps");
        assertThatThrownBy(() -> rows.call("fBackward", IDENTITY[0], IDENTITY[1], IDENTITY[2]))
                .isInstanceOf(IllegalStateException.class);
        rows.call("f", X, 2);
        assertThatThrownBy(() -> rows.call("fBackward", IDENTITY[0], new double[1], IDENTITY[2]))
                .isInstanceOf(IllegalArgumentException.class);
        oneSweepGivesADerivativeForEachSeed();
    }

    @Test
    void backwardConsumesWhatPullbackKeeps() {
        rows.call("f", X, 2);
        rows.call("fPullback", IDENTITY[0], IDENTITY[1], IDENTITY[2]);
        rows.call("fBackward", IDENTITY[0], IDENTITY[1], IDENTITY[2]);
        assertThatThrownBy(() -> rows.call("fPullback", IDENTITY[0], IDENTITY[1], IDENTITY[2]))
                .hasMessageContaining("its record has been consumed already");
    }

    @Test
    void nothingIsAllocatedOnceShapesAreKnown() {
        double[] x = new double[2000];
        double[][] seeds = {x.clone(), x.clone(), x.clone()};
        Runnable[] sweeps = {
            () -> {
                rows.call("f", x, 2);
                rows.call("fPullback", (Object[]) seeds);
                rows.call("fBackward", (Object[]) seeds);
            },
            () -> columns.call("f", x, seeds[0], seeds[1], seeds[2], 2)
        };
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Runnable sweep : sweeps) {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 50; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                sweep.run();
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            // what reflection itself needs is far less than one array of this size
            assertThat(least).isLessThan(8 * 2000);
        }
    }

    @Test
    void eachSeedHasParametersOfItsOwn() {
        Compiled models = Compiled.of("""
                final class F {
                    final G[] inner = {new G(2), new G(3)};
                    @Parameter final double[] w = {5}; static F sample() { return new F(); }
                    @Differentiable(seeds = 2) double[] f(double x) { return new double[] {inner[0].g(x) * w[0], inner[1].g(x)}; }
                }""", """
                final class G {
                    @Parameter final double[] v; G(double start) { v = new double[] {start}; }
                    @Differentiable(seeds = 2) double g(double x) { return v[0] * x; }
                }""");
        Generated of = Generated.of(models, "F", "FJacobianRows");
        of.call("f", 7.0);
        of.call("fBackward", new double[] {1, 0}, new double[] {0, 1});
        IntFunction<double[]> gradients = seed -> {
            double[] all = new double[3];
            ((JacobianRows) of.object()).parameters(seed).copyGradientsTo(all);
            return all;
        };
        assertThat(gradients.apply(0)).containsExactly(35, 0, 14);
        assertThat(gradients.apply(1)).containsExactly(0, 7, 0);
        assertThat(((JacobianRows) of.object()).parameters(1).get("inner[1].v").gradient(0))
                .containsExactly(7);
        assertThat((double) of.call("fX", 0)).isEqualTo(10);
        assertThat((double) of.call("fX", 1)).isEqualTo(3);
        ((JacobianRows) of.object()).zero();
        assertThat(gradients.apply(0)).containsOnly(0);
        assertThat(gradients.apply(1)).containsOnly(0);

        Generated directed = Generated.of(models, "F", "FJacobianColumns");
        ((JacobianColumns) directed.object()).parameters(0).setGradients(new double[] {1, 0, 0});
        ((JacobianColumns) directed.object()).parameters(1).setGradients(new double[] {0, 1, 1});
        directed.call("f", 7.0, 0.0, 0.0);
        assertThat((double[]) directed.call("fDot", 0)).containsExactly(35, 0);
        assertThat((double[]) directed.call("fDot", 1)).containsExactly(14, 7);
    }

    @Test
    void aSingleSeedIsWhatThereIsWithoutAsking() {
        Compiled single =
                Compiled.of("final class F { @Differentiable(seeds = 1) static double f(double x) { return x; } }");
        assertThat(single.has("FGradient")).isTrue();
        assertThat(single.has("FJacobianRows")).isFalse();
        assertThat(single.has("FJacobianColumns")).isFalse();
    }

    @Test
    void namesThatLookLikeThoseOfLanes() {
        Probe.of("""
                final class F {
                    @Differentiable static double[] f(double x, double xLane0, double xLane1, double[] xBar0, double[] xDot1, double factor) {
                        double seed0 = x * xLane0, g0 = xLane1 * factor, g1 = seed0 * g0;
                        return new double[] {g1 * xBar0[0], two(g0, seed0).a() * xDot1[0], two(g1, x).b()};
                    }
                    record Two(double a, double b) {}
                    private static Two two(double resultA, double aBar) { return new Two(resultA * aBar, Math.sin(aBar)); }
                }""").agreesAt(0.3, 0.7, -1.2, new double[] {0.4}, new double[] {1.4}, 2.0);
    }

    @Test
    void aSharedFactorIsComputedOnce() {
        String source = Compiled.of(
                        "final class F { @Differentiable(seeds = 2) static double f(double x) { return Math.sin(x) * Math.exp(x * x); } }")
                .source("FJacobianRows");
        assertThat(source.split("Math.cos\\(", -1)).hasSize(2);
    }
}
