package dev.gradwright.benchmarks.monitor;

import dev.gradwright.monitor.ImageShape;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.monitor.file.CsvRecorder;
import dev.gradwright.monitor.file.JsonLinesRecorder;
import dev.gradwright.monitor.page.TrainingPage;
import dev.gradwright.monitor.setup.Monitors;
import dev.gradwright.monitor.tensorboard.TensorBoardRecorder;
import dev.gradwright.train.Hook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is watched of a training, and where it is written. */
public enum Watched {
    NOTHING,
    STANDARD,
    EVERYTHING,
    CSV,
    JSON,
    TENSORBOARD,
    PAGE,
    ALL_FOUR;

    /** Makes the recorders. */
    List<Recorder> recorders(Path folder) throws IOException {
        List<Recorder> recorders = new ArrayList<>();
        if (this == STANDARD || this == EVERYTHING) {
            recorders.add(new Sink());
        }
        if (isWrittenTo(CSV)) {
            recorders.add(new CsvRecorder(folder.resolve("numbers.csv")));
        }
        if (isWrittenTo(JSON)) {
            recorders.add(new JsonLinesRecorder(folder.resolve("log.jsonl")));
        }
        if (isWrittenTo(TENSORBOARD)) {
            recorders.add(new TensorBoardRecorder(folder.resolve("events")));
        }
        if (isWrittenTo(PAGE)) {
            recorders.add(new TrainingPage("Digits", folder.resolve("page.html")));
        }
        return recorders;
    }

    private boolean isWrittenTo(Watched place) {
        return this == place || this == ALL_FOUR;
    }

    /** Makes the hooks that write to recorders. */
    List<Hook> hooks(List<Recorder> recorders) {
        Monitors monitors = Monitors.standard(recorders.toArray(Recorder[]::new));
        if (this != STANDARD) {
            monitors.histograms()
                    .filters("hidden.weight", ImageShape.grey(8, 8))
                    .activations(activations -> activations.featureMaps("relu", ImageShape.grey(8, 6)));
        }
        return monitors.hooks();
    }
}
