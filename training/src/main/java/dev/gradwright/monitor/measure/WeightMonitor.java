package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/** The Euclidean norm of each parameter. */
public final class WeightMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;

    /** Makes the monitor. */
    public WeightMonitor(Recorder recorder, Every every) {
        this.recorder = recorder;
        this.every = every;
    }

    @Override
    public String name() {
        return "weights";
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        if (every.isDue(run.step())) {
            for (NamedParameter parameter : run.parameters()) {
                recorder.scalar(Tags.WEIGHT + parameter.name(), run.step(), Math.sqrt(Norms.squaresOfValue(parameter)));
            }
        }
    }
}
