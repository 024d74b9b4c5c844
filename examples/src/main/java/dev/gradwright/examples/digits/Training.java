package dev.gradwright.examples.digits;

import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Schedule;
import dev.gradwright.optimize.Sgd;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/** Trains a classifier by stochastic gradient descent with momentum, in batches. Allocates nothing in a step. */
final class Training {

    private static final int BATCH = 32;
    private static final double MOMENTUM = 0.9;
    private static final double PENALTY = 1e-4;

    private final Digits digits;
    private final DigitClassifierGradient gradient;
    private final Optimizer optimizer;
    private final SplittableRandom random;
    private final DMatrixRMaj images = new DMatrixRMaj(BATCH, Digits.PIXELS);
    private final int[] labels = new int[BATCH];

    /**
     * @param halvings how many epochs pass between two halvings of the learning rate
     */
    Training(DigitClassifier model, Digits digits, double learningRate, int halvings, long seed) {
        this.digits = digits;
        this.gradient = DigitClassifierGradient.of(model);
        Schedule rate = Schedule.stepDecay(learningRate, halvings * (digits.size() / BATCH), 0.5);
        this.optimizer = new Optimizer(gradient.parameters(), Sgd.momentum(rate, Schedule.constant(MOMENTUM)));
        this.random = new SplittableRandom(seed);
    }

    /** Goes through the data once, in random order; gives the mean loss of the batches. */
    double epoch() {
        int[] order = Digits.shuffled(digits.size(), random);
        int batches = order.length / BATCH;
        double sum = 0;
        for (int i = 0; i < batches; i++) {
            digits.copy(order, i * BATCH, images, labels);
            sum += step(images, labels);
        }
        return sum / batches;
    }

    /** One update: loss on a batch and penalty, forward and backward, then the optimizer. Gives the loss on the batch. */
    double step(DMatrixRMaj batch, int[] digitsOfBatch) {
        gradient.zero();
        double loss = gradient.lossValueAndGradient(batch, digitsOfBatch);
        gradient.penalty();
        gradient.penaltyBackward(PENALTY);
        optimizer.step();
        return loss;
    }

    /** The fraction of images that a model reads right. */
    static double accuracy(DigitClassifier model, Digits digits) {
        int[] predicted = model.predict(digits.images());
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            if (predicted[i] == digits.labels()[i]) {
                right++;
            }
        }
        return right / (double) predicted.length;
    }
}
