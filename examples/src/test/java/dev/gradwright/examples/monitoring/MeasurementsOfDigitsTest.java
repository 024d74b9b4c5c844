package dev.gradwright.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded of a training on the digits with everything on. */
class MeasurementsOfDigitsTest {

    private static final int STEPS = 3 * 38;

    private final Notebook notebook = everything();

    private static Notebook everything() {
        DigitRun run = new DigitRun();
        run.epochs = 3;
        run.settings = monitors -> monitors.histograms()
                .filters("layers[0].weight", ImageShape.grey(8, 8))
                .activations(activations -> activations.featureMaps("relu", ImageShape.grey(8, 6)));
        return run.run();
    }

    @Test
    void theLossIsRecordedAtEachStepAndItsTrendOnceTheWindowIsFull() {
        assertThat(notebook.scalars.get("train/loss")).hasSize(STEPS);
        assertThat(notebook.scalars.get("train/smoothed loss")).hasSize(12);
        assertThat(notebook.scalars.get("loss/slope")).hasSize(2).allMatch(slope -> slope < -0.5);
        assertThat(notebook.scalars.get("batch size")).containsExactly(32.0);
    }

    @Test
    void everyParameterHasItsNormsAndEveryMatrixItsRatio() {
        for (String name : List.of("layers[0].weight", "layers[0].bias", "output.weight", "output.bias")) {
            assertThat(notebook.scalars.get("gradient/" + name)).hasSize(6).allMatch(norm -> norm > 0);
            assertThat(notebook.scalars.get("weight/" + name)).hasSize(6);
            assertThat(notebook.histograms).containsKeys("weight/" + name, "gradient/" + name, "update/" + name);
        }
        assertThat(notebook.scalars.get("ratio/layers[0].weight")).hasSize(6).allMatch(r -> r > 1e-4 && r < 0.1);
        assertThat(notebook.scalars.get("log ratio/output.weight")).hasSize(6).allMatch(r -> r > -4 && r < -0.5);
        assertThat(notebook.scalars).doesNotContainKey("ratio/output.bias");
    }

    @Test
    void innerLayersAreSeenByTheirNames() {
        assertThat(notebook.histograms).containsKeys("activation/layers[0]", "activation/relu", "activation/output");
        assertThat(notebook.histograms).doesNotContainKey("activation/scores");
        assertThat(notebook.histograms.get("activation/relu").min()).isZero();
        assertThat(notebook.histograms.get("activation/relu").count()).isEqualTo(32 * 48);
        assertThat(notebook.scalars.get("dead/relu")).hasSize(3);
        assertThat(notebook.scalars).doesNotContainKey("saturation/relu");
    }

    @Test
    void metricsComeWithTheirGaps() {
        double train = notebook.scalars.get("train/accuracy").get(2);
        double validation = notebook.scalars.get("validation/accuracy").get(2);
        assertThat(notebook.scalars.get("gap/accuracy").get(2)).isEqualTo(train - validation);
        assertThat(notebook.scalars).containsKeys("validation/loss", "train/epoch loss", "gap/loss");
    }

    @Test
    void thePhasesOfAnEpochHaveTimes() {
        assertThat(notebook.scalars.get("time/gradient")).hasSize(3).allMatch(seconds -> seconds > 0);
    }

    @Test
    void firstLayerAndFeatureMapsArePictures() {
        Picture filters = notebook.pictures.get("filters/layers[0].weight");
        assertThat(filters.width()).isEqualTo(7 * 9 + 1);
        assertThat(filters.height()).isEqualTo(7 * 9 + 1);
        assertThat(notebook.scalars.get("noise/layers[0].weight").get(0)).isBetween(0.9, 1.1);
        assertThat(notebook.pictures.get("feature maps/relu").width()).isEqualTo(10);
    }
}
