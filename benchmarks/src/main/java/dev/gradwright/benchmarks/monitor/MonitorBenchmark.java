package dev.gradwright.benchmarks.monitor;

import dev.gradwright.examples.digits.DigitClassifier;
import dev.gradwright.examples.digits.DigitClassifierGradient;
import dev.gradwright.examples.digits.Digits;
import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.file.CsvRecorder;
import dev.gradwright.monitor.file.JsonLinesRecorder;
import dev.gradwright.monitor.page.TrainingPage;
import dev.gradwright.monitor.setup.Monitors;
import dev.gradwright.monitor.tensorboard.TensorBoardRecorder;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Ten and a hundred epochs of the digits: alone, with the standard monitors, with everything on, and with everything written to one place or to four. Two
 * lengths show what is paid once and what at each step; {@link CpuTime} shows who computes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(value = 2, jvmArgs = "-Dgradwright.kernel=plain")
public class MonitorBenchmark {

    /** What is watched. */
    public enum Watched {
        NOTHING,
        STANDARD,
        EVERYTHING,
        CSV,
        JSON,
        TENSORBOARD,
        PAGE,
        ALL_FOUR
    }

    /** What is watched. */
    @Param
    public Watched watched;

    /** How long the training is. */
    @Param({"10", "100"})
    public int epochs;

    private final Digits digits = Digits.load();
    private Path folder;

    /** Makes a place for files. */
    @Setup
    public void make() throws IOException {
        folder = Files.createTempDirectory("monitors");
    }

    /** Removes it. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Trains, from a new model. */
    @Benchmark
    public Object train(Blackhole blackhole) throws IOException {
        DigitClassifier model = new DigitClassifier(Digits.PIXELS, 48, Digits.CLASSES, new SplittableRandom(1));
        List<Recorder> recorders = recorders(blackhole);
        Object result = Trainer.of(
                        Examples.of(digits.images(), digits.labels()),
                        () -> DigitClassifierGradient.of(model),
                        (DigitClassifierGradient gradient, Batch<DMatrixRMaj, int[]> batch) ->
                                gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .regularization(1e-4, DigitClassifierGradient::penalty, DigitClassifierGradient::penaltyBackward)
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.momentum(0.05, 0.9)))
                .epochs(epochs)
                .hooks(hooks(recorders))
                .run();
        for (Recorder recorder : recorders) {
            recorder.close();
        }
        return result;
    }

    private List<Recorder> recorders(Blackhole blackhole) throws IOException {
        if (watched == Watched.NOTHING) {
            return List.of();
        }
        if (watched == Watched.STANDARD || watched == Watched.EVERYTHING) {
            return List.of(new Sink(blackhole));
        }
        Path place = Files.createTempDirectory(folder, "run");
        List<Recorder> recorders = new ArrayList<>();
        if (isWritten(Watched.CSV)) {
            recorders.add(new CsvRecorder(place.resolve("numbers.csv")));
        }
        if (isWritten(Watched.JSON)) {
            recorders.add(new JsonLinesRecorder(place.resolve("log.jsonl")));
        }
        if (isWritten(Watched.TENSORBOARD)) {
            recorders.add(new TensorBoardRecorder(place.resolve("events")));
        }
        if (isWritten(Watched.PAGE)) {
            recorders.add(new TrainingPage("Digits", place.resolve("page.html")));
        }
        return recorders;
    }

    private boolean isWritten(Watched place) {
        return watched == place || watched == Watched.ALL_FOUR;
    }

    private List<Hook> hooks(List<Recorder> recorders) {
        Monitors monitors = Monitors.standard(recorders.toArray(Recorder[]::new));
        if (watched != Watched.STANDARD) {
            monitors.histograms()
                    .filters("hidden.weight", ImageShape.grey(8, 8))
                    .activations(activations -> activations.featureMaps("relu", ImageShape.grey(8, 6)));
        }
        return monitors.hooks();
    }
}
