package dev.gradwright.benchmarks.search;

import static dev.gradwright.search.space.Range.choice;
import static dev.gradwright.search.space.Range.integer;
import static dev.gradwright.search.space.Range.logUniform;
import static dev.gradwright.search.space.Range.uniform;

import dev.gradwright.search.Study;
import dev.gradwright.search.StudyResult;
import dev.gradwright.search.prune.Pruner;
import dev.gradwright.search.sample.Sampler;
import dev.gradwright.search.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a study of 10,000 trials costs by itself, a trial: sampler, pruner and journal, with five hyperparameters and five reports a trial. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class BookkeepingBenchmark {

    private static final int TRIALS = 10_000;
    private static final int EPOCHS = 5;
    private static final Space SPACE = Space.empty()
            .with("learningRate", logUniform(1e-6, 10))
            .with("regularization", logUniform(1e-6, 1))
            .with("momentum", uniform(0, 0.99))
            .with("units", integer(8, 512))
            .with("activation", choice("relu", "tanh", "gelu"));

    /** How hyperparameters are chosen. */
    @Param({"random", "sobol", "tpe"})
    public String sampler;

    private Path journal;

    /** Makes a place for the journal. */
    @Setup(Level.Iteration)
    public void make() throws IOException {
        journal = Files.createTempFile("study", ".journal");
    }

    /** Removes the journal. */
    @TearDown(Level.Iteration)
    public void remove() throws IOException {
        Files.delete(journal);
        Files.delete(journal.resolveSibling(journal.getFileName() + ".lock"));
    }

    /** A whole study, whose objective costs nothing. */
    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public StudyResult study() throws IOException {
        Sampler how = switch (sampler) {
            case "random" -> Sampler.random();
            case "sobol" -> Sampler.sobol();
            default -> Sampler.tpe();
        };
        try (Study study = Study.minimize("loss")
                .space(SPACE)
                .sampler(how)
                .pruner(Pruner.median())
                .trials(TRIALS)
                .journal(journal)
                .open()) {
            return study.run(trial -> {
                double loss = Math.abs(Math.log10(trial.real("learningRate")) + 2) + trial.real("momentum");
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    trial.report(epoch, loss / epoch);
                }
                return loss;
            });
        }
    }
}
