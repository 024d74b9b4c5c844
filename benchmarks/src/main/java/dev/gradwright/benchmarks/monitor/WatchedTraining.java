package dev.gradwright.benchmarks.monitor;

import dev.gradwright.examples.digits.DigitClassifier;
import dev.gradwright.examples.digits.DigitClassifierGradient;
import dev.gradwright.examples.digits.Digits;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.TrainingResult;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** Trainings of a new model on the digits, 57 steps an epoch, from the making of recorders until they are closed; what they write is removed in the end. */
final class WatchedTraining implements AutoCloseable {

    private final Digits digits = Digits.load();
    private final Path folder;

    WatchedTraining() throws IOException {
        folder = Files.createTempDirectory("monitors");
    }

    TrainingResult run(Watched watched, int epochs) throws IOException {
        DigitClassifier model = new DigitClassifier(Digits.PIXELS, 48, Digits.CLASSES, new SplittableRandom(1));
        List<Recorder> recorders = watched.recorders(Files.createTempDirectory(folder, "run"));
        TrainingResult result = Trainer.of(
                        Examples.of(digits.images(), digits.labels()),
                        () -> DigitClassifierGradient.of(model),
                        (DigitClassifierGradient gradient, Batch<DMatrixRMaj, int[]> batch) ->
                                gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .regularization(1e-4, DigitClassifierGradient::penalty, DigitClassifierGradient::penaltyBackward)
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.momentum(0.05, 0.9)))
                .epochs(epochs)
                .hooks(watched.hooks(recorders))
                .run();
        for (Recorder recorder : recorders) {
            recorder.close();
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
