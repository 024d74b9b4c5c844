package dev.gradwright.examples.digits;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Schedule;
import dev.gradwright.optimize.Sgd;
import dev.gradwright.train.Metrics;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Batch;
import dev.gradwright.train.data.Examples;
import org.ejml.data.DMatrixRMaj;

/** How a classifier is trained: by stochastic gradient descent with momentum, in batches, with a penalty for large weights. */
final class Training {

    private static final int BATCH = 32;
    private static final double MOMENTUM = 0.9;
    private static final double PENALTY = 1e-4;

    private Training() {}

    /**
     * A trainer that lacks epochs.
     *
     * @param halvings how many epochs pass between two halvings of the learning rate
     */
    static Trainer<DigitClassifierGradient, Batch<DMatrixRMaj, int[]>> of(
            DigitClassifier model, Digits digits, double learningRate, int halvings, long seed) {
        Examples<DMatrixRMaj, int[]> train = Examples.of(digits.images(), digits.labels(), Digits.CLASSES);
        Schedule rate = Schedule.stepDecay(learningRate, halvings * (digits.size() / BATCH), 0.5);
        return Trainer.of(
                        train,
                        () -> DigitClassifierGradient.of(model),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .regularization(PENALTY, DigitClassifierGradient::penalty, DigitClassifierGradient::penaltyBackward)
                .optimizer(parameters -> new Optimizer(parameters, Sgd.momentum(rate, Schedule.constant(MOMENTUM))))
                .learningRate(rate)
                .metric("accuracy", batch -> Metrics.accuracy(model.predict(batch.inputs()), batch.labels()))
                .batch(BATCH)
                .dropLast()
                .seed(seed);
    }
}
