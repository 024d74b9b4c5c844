package dev.gradwright.benchmarks.check;

import dev.gradwright.check.GradientCheck;
import dev.gradwright.check.report.GradientReport;
import dev.gradwright.check.report.PassReport;
import dev.gradwright.check.settings.Sampling;
import dev.gradwright.check.settings.Stage;
import java.util.Set;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The check of a 784-128-10 network with a batch of 16: of all its 101,770 parameters, one by one, by incremental
 * evaluations; of a thousand, with two evaluations of the whole network for each; and of the usual sample with random directions.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class CheckBenchmark {

    private static final int PIXELS = 784;
    private static final int HIDDEN = 128;
    private static final int CLASSES = 10;
    private static final int BATCH = 16;
    private static final int PARAMETERS = PIXELS * HIDDEN + HIDDEN + HIDDEN * CLASSES + CLASSES;

    private static final int THOUSAND = 1000;

    /** How many threads share the coordinates. */
    @Param({"1", "2"})
    public int threads;

    private GradientCheck whole;
    private GradientCheck incremental;

    /** Makes the network. */
    @Setup
    public void make() {
        whole = GradientCheck.of(network().gradient())
                .more(() -> GradientCheck.of(network().gradient()))
                .with(settings -> settings.threads(threads));
        incremental = GradientCheck.of(network().incremental())
                .more(() -> GradientCheck.of(network().incremental()))
                .with(settings -> settings.threads(threads));
    }

    private static TwoLayers network() {
        return new TwoLayers(PIXELS, HIDDEN, CLASSES, BATCH);
    }

    /** A thousand parameters, two evaluations of the network each; all would take 102 times as long. */
    @Benchmark
    public GradientReport thousandByTheNetwork() {
        return right(
                whole.with(settings ->
                                settings.stages(Set.of(Stage.COORDINATES)).coordinates(THOUSAND))
                        .run(),
                THOUSAND);
    }

    /** All parameters, each by what it touches. */
    @Benchmark
    public GradientReport allIncrementally() {
        return right(
                incremental.with(settings -> settings.sampling(Sampling.ALL)).run(), PARAMETERS);
    }

    /** The usual sample, and three random directions through all parameters. */
    @Benchmark
    public GradientReport usualSample() {
        return right(whole.run(), Sampling.USUAL.coordinates());
    }

    private static GradientReport right(GradientReport report, int compared) {
        PassReport pass = report.passes().get(0);
        int coordinates = pass.inputs().stream()
                .mapToInt(input -> input.coordinates().size())
                .sum();
        if (!report.isRight() || coordinates < compared) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }
}
