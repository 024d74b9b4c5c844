package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;
import java.util.List;

/**
 * How large the updates of weights are beside the weights. {@link Tags#RATIO} is {@code ||W' - W|| / ||W||}, which should be about 1e-3 (CS231n,
 * Neural networks part 3, ratio of weights to updates). {@link Tags#LOG_RATIO} is {@code log10(mean |W' - W| / mean |W|)}, as the page of Deeplearning4j
 * shows it. Weights are the parameters that are tables; if there are none, all are.
 */
public final class UpdateMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;
    private final Snapshot before = new Snapshot();
    private long step;
    private boolean measures;

    /** Makes the monitor. */
    public UpdateMonitor(Recorder recorder, Every every) {
        this.recorder = recorder;
        this.every = every;
    }

    @Override
    public String name() {
        return "updates";
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        step = run.step();
        measures = every.isDue(step);
        if (measures) {
            before.take(run.parameters());
        }
    }

    @Override
    public void afterOptimizerStep(Run run) {
        if (!measures) {
            return;
        }
        List<NamedParameter> weights = Norms.weights(run.parameters());
        for (int i = 0; i < weights.size(); i++) {
            record(weights.get(i));
        }
    }

    private void record(NamedParameter parameter) {
        double updates = 0;
        double values = 0;
        double updateSum = 0;
        double valueSum = 0;
        for (int s = 0; s < parameter.segments(); s++) {
            double[] now = parameter.value(s);
            double[] old = before.of(now);
            for (int i = 0; i < parameter.length(s); i++) {
                double update = now[i] - old[i];
                updates += update * update;
                values += old[i] * old[i];
                updateSum += Math.abs(update);
                valueSum += Math.abs(old[i]);
            }
        }
        if (values > 0) {
            recorder.scalar(Tags.RATIO + parameter.name(), step, Math.sqrt(updates / values));
            if (updateSum > 0) {
                recorder.scalar(Tags.LOG_RATIO + parameter.name(), step, Math.log10(updateSum / valueSum));
            }
        }
    }
}
