package dev.gradwright.monitor.measure;

import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.Map;

/**
 * The results of each epoch: metrics on training and validation data, such as accuracy, and the gap between them, which is positive where the
 * validation data do worse.
 */
public final class MetricMonitor implements Hook {

    private static final String LOSS = "loss";
    private static final String ON_VALIDATION = "validation ";

    private final Recorder recorder;

    /** Makes the monitor. */
    public MetricMonitor(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public void onEpochEnd(Run run) {
        Map<String, Double> metrics = run.metrics();
        metrics.forEach((name, value) -> {
            if (name.startsWith(ON_VALIDATION)) {
                recorder.scalar(Tags.VALIDATION + name.substring(ON_VALIDATION.length()), run.step(), value);
            } else {
                recorder.scalar(Tags.TRAIN + (name.equals(LOSS) ? "epoch loss" : name), run.step(), value);
                Double other = metrics.get(ON_VALIDATION + name);
                if (other != null) {
                    recorder.scalar(Tags.GAP + name, run.step(), name.equals(LOSS) ? other - value : value - other);
                }
            }
        });
    }
}
