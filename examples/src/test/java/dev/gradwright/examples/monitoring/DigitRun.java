package dev.gradwright.examples.monitoring;

import dev.gradwright.examples.digits.Digits;
import dev.gradwright.monitor.setup.Monitors;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.train.Metrics;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A training on the digits that can be made to go wrong in many ways; its own settings are healthy ones. It is short, so it is measured more often than
 * trainings usually are.
 */
final class DigitRun {

    private static final int UNITS = 48;

    long seed = 1;
    int depth = 1;
    int kind = DeepNetwork.RELU;
    double deviation = 1;
    double rate = 0.05;
    double penalty = 1e-4;
    int batch = 32;
    int epochs = 10;
    int examples = 1200;
    boolean isSorted;
    UnaryOperator<Monitors> settings = monitors -> monitors;
    Consumer<Trainer<DeepNetworkGradient, Batch<DMatrixRMaj, int[]>>> more = trainer -> {};

    Notebook run() {
        Digits.Split split = Digits.load().split(0.2, seed);
        Digits train = split.train().select(chosen(split.train()));
        DeepNetwork model = new DeepNetwork(depth, UNITS, kind, deviation, new SplittableRandom(seed));
        Notebook notebook = new Notebook();
        Trainer<DeepNetworkGradient, Batch<DMatrixRMaj, int[]>> trainer = Trainer.of(
                        Examples.of(train.images(), train.labels()),
                        () -> DeepNetworkGradient.of(model),
                        (DeepNetworkGradient gradient, Batch<DMatrixRMaj, int[]> b) ->
                                gradient.lossValueAndGradient(b.inputs(), b.labels()))
                .regularization(penalty, DeepNetworkGradient::penalty, DeepNetworkGradient::penaltyBackward)
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.momentum(rate, 0.9)))
                .batch(batch)
                .epochs(epochs)
                .seed(seed)
                .validation(
                        Examples.of(split.test().images(), split.test().labels()),
                        b -> model.loss(b.inputs(), b.labels()))
                .metric("accuracy", b -> Metrics.accuracy(model.predict(b.inputs()), b.labels()))
                .hooks(settings.apply(Monitors.standard(notebook).every(10, 20, 50, 100))
                        .hooks());
        if (isSorted) {
            trainer.inOrder();
        }
        more.accept(trainer);
        trainer.run();
        return notebook;
    }

    private int[] chosen(Digits train) {
        IntStream all = IntStream.range(0, Math.min(examples, train.size()));
        return isSorted
                ? all.boxed()
                        .sorted(Comparator.comparing(i -> train.labels()[i]))
                        .mapToInt(i -> i)
                        .toArray()
                : all.toArray();
    }
}
