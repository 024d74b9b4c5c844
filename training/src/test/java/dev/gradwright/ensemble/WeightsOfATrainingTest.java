package dev.gradwright.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import dev.gradwright.optimize.Optimizer;
import dev.gradwright.optimize.Optimizers;
import dev.gradwright.optimize.WeightAverage;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import dev.gradwright.train.Trainer;
import dev.gradwright.train.data.Examples;
import dev.gradwright.train.model.Clouds;
import dev.gradwright.train.model.SmallNet;
import dev.gradwright.train.model.SmallNetGradient;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class WeightsOfATrainingTest {

    private final Examples<DMatrixRMaj, int[]> data = Clouds.of(96, 4, 3, 0.3, 1);
    private final SmallNet net = new SmallNet(4, 6, 3, 5);
    private final List<double[]> epochs = new ArrayList<>();
    private final List<double[]> steps = new ArrayList<>();

    /** Notes all weights, to compare with. */
    private final class Diary implements Hook {

        @Override
        public void afterOptimizerStep(Run run) {
            steps.add(flat(Weights.of(run.parameters())));
        }

        @Override
        public void onEpochEnd(Run run) {
            epochs.add(flat(Weights.of(run.parameters())));
        }
    }

    @Test
    void theLastWeightsAreThoseOfTheLastEpochs() {
        LastWeights last = LastWeights.of(3, 2);

        train(7, last);

        assertThat(last.weights()).extracting(this::flat).containsExactly(epochs.get(1), epochs.get(3), epochs.get(5));
    }

    @Test
    void theirMeanIsASingleModel() {
        LastWeights last = LastWeights.of(2, 1);

        train(4, last);

        double[] mean = flat(last.mean());
        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isCloseTo((epochs.get(2)[i] + epochs.get(3)[i]) / 2, within(1e-15));
        }
    }

    @Test
    void theLastWeightsAreSavedAndRestored() {
        LastWeights last = LastWeights.of(2, 1);
        train(3, last);

        LastWeights restored = LastWeights.of(2, 1);
        restored.restoreState(last.saveState());

        assertThat(restored.weights())
                .extracting(this::flat)
                .containsExactly(
                        flat(last.weights().get(0)), flat(last.weights().get(1)));
    }

    @Test
    void anAverageTakesInEveryStep() {
        AveragedWeights average = new AveragedWeights(parameters -> WeightAverage.exponential(parameters, 0.5));

        train(2, average);

        double[] expected = steps.get(0).clone();
        for (double[] step : steps.subList(1, steps.size())) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] += 0.5 * (step[i] - expected[i]);
            }
        }
        assertThat(flat(average.weights())).containsExactly(expected, within(1e-14));
        assertThat(flat(Weights.of(parameters()))).containsExactly(steps.get(steps.size() - 1));
    }

    @Test
    void anAverageGoesOnFromWhatWasSaved() {
        AveragedWeights whole = new AveragedWeights(WeightAverage::polyak);
        train(2, whole);
        AveragedWeights restored = new AveragedWeights(WeightAverage::polyak);

        restored.restoreState(whole.saveState());
        train(1, restored);

        int first = steps.size() / 3 * 2;
        double[] expected = flat(whole.weights());
        for (int k = first; k < steps.size(); k++) {
            for (int i = 0; i < expected.length; i++) {
                expected[i] += (steps.get(k)[i] - expected[i]) / (k + 1);
            }
        }
        assertThat(flat(restored.weights())).containsExactly(expected, within(1e-14));
    }

    @Test
    void thereIsNoAverageBeforeTraining() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new AveragedWeights(WeightAverage::polyak).weights())
                .withMessage("there is no average before training begins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LastWeights.of(2, 1).mean())
                .withMessage("no weights have no mean; give at least one");
    }

    @Test
    void keepingNoWeightsMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LastWeights.of(0, 1))
                .withMessage("keeping 0 weights, every 1 epochs, makes no sense; use 1 or more");
    }

    private void train(int epochs, Hook hook) {
        Trainer.of(
                        data,
                        () -> SmallNetGradient.of(net),
                        (gradient, batch) -> gradient.lossValueAndGradient(batch.inputs(), batch.labels()))
                .optimizer(parameters -> new Optimizer(parameters, Optimizers.momentum(0.1, 0.9)))
                .epochs(epochs)
                .hook(new Diary())
                .hook(hook)
                .run();
    }

    private Parameters parameters() {
        return SmallNetGradient.of(net).parameters();
    }

    private double[] flat(Weights weights) {
        SmallNet copy = new SmallNet(4, 6, 3, 0);
        var parameters = SmallNetGradient.of(copy).parameters();
        weights.copyTo(parameters);
        double[] flat = new double[parameters.size()];
        parameters.copyValuesTo(flat);
        return flat;
    }
}
