package dev.gradwright.monitor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradwright.Parameters;
import dev.gradwright.monitor.ImageShape;
import dev.gradwright.train.Hook;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Monitors of weights, gradients and updates, with numbers that can be checked by hand. */
class ParameterMonitorsTest {

    private final DMatrixRMaj weight = new DMatrixRMaj(2, 2, true, 3, 0, 0, 4);
    private final DMatrixRMaj weightGradient = new DMatrixRMaj(2, 2, true, 0, 6, 8, 0);
    private final double[] bias = {0, 0};
    private final double[] biasGradient = {0.5, 0};
    private final FakeRun run = new FakeRun(Parameters.builder()
            .add("weight", weight, weightGradient)
            .add("bias", bias, biasGradient)
            .build());
    private final Memory memory = new Memory();

    private void step(Hook hook) {
        hook.beforeOptimizerStep(run);
        weight.data[0] += 0.03;
        weight.data[3] -= 0.04;
        bias[0] += 1;
        run.step++;
        hook.afterOptimizerStep(run);
    }

    @Test
    void theRatioIsTheNormOfTheUpdateOverThatOfTheWeightsBefore() {
        step(new UpdateMonitor(memory, new Every(1)));
        assertThat(memory.last("ratio/weight")).isCloseTo(0.01, within(1e-15));
        assertThat(memory.last("log ratio/weight")).isCloseTo(-2, within(1e-12));
        assertThat(memory.scalars).doesNotContainKey("ratio/bias");
    }

    @Test
    void whereThereAreNoMatricesArraysAreTheWeights() {
        double[] w = {2};
        FakeRun vectors =
                new FakeRun(Parameters.builder().add("w", w, new double[] {1}).build());
        UpdateMonitor monitor = new UpdateMonitor(memory, new Every(1));
        monitor.beforeOptimizerStep(vectors);
        w[0] = 1;
        monitor.afterOptimizerStep(vectors);
        assertThat(memory.last("ratio/w")).isEqualTo(0.5);
    }

    @Test
    void nothingIsMeasuredBetweenItsSteps() {
        UpdateMonitor monitor = new UpdateMonitor(memory, new Every(3));
        for (int i = 0; i < 7; i++) {
            step(monitor);
        }
        assertThat(memory.scalars.get("ratio/weight")).hasSize(3);
    }

    @Test
    void gradientsHaveNormsAndShares() {
        new GradientMonitor(memory, new Every(1)).beforeOptimizerStep(run);
        assertThat(memory.last("gradient/weight")).isEqualTo(10);
        assertThat(memory.last("gradient/bias")).isEqualTo(0.5);
        assertThat(memory.last("gradient norm")).isEqualTo(Math.sqrt(100.25));
        assertThat(memory.last("gradient share/weight")).isEqualTo(1);
        assertThat(memory.scalars).doesNotContainKey("gradient share/bias");
    }

    @Test
    void weightsHaveNorms() {
        new WeightMonitor(memory, new Every(1)).beforeOptimizerStep(run);
        assertThat(memory.last("weight/weight")).isEqualTo(5);
    }

    @Test
    void histogramsCountWeightsGradientsAndUpdates() {
        step(new HistogramMonitor(memory, new Every(1)));
        assertThat(memory.histograms.get("weight/weight").sum()).isEqualTo(7);
        assertThat(memory.histograms.get("gradient/weight").max()).isEqualTo(8);
        assertThat(memory.histograms.get("update/weight").min()).isCloseTo(-0.04, within(1e-15));
        assertThat(memory.histograms.get("update/bias").counts()).hasSize(30).contains(1, 1);
    }

    @Test
    void aRateThatNobodyKnowsIsNotRecorded() {
        RateMonitor monitor = new RateMonitor(memory, new Every(1));
        monitor.beforeOptimizerStep(run);
        assertThat(memory.scalars).isEmpty();
        run.learningRate = 0.1;
        monitor.beforeOptimizerStep(run);
        assertThat(memory.last(Tags.LEARNING_RATE)).isEqualTo(0.1);
    }

    @Test
    void filtersAreTheColumnsThatHaveTheLengthOfAPicture() {
        FilterMonitor monitor = new FilterMonitor(memory, new Every(1), "weight", ImageShape.grey(2, 1));
        monitor.onTrainBegin(run);
        monitor.beforeOptimizerStep(run);
        byte white = (byte) 255;
        assertThat(memory.pictures.get("filters/weight").pixels())
                .containsSequence(white, white, 0, white, 0, white, white);
    }

    @Test
    void aShapeThatDoesNotFitIsRefusedBeforeTrainingBegins() {
        FilterMonitor monitor = new FilterMonitor(memory, new Every(1), "weight", ImageShape.grey(5, 5));
        assertThatThrownBy(() -> monitor.onTrainBegin(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight (2x2)")
                .hasMessageContaining("25");
    }
}
