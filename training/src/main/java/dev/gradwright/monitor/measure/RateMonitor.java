package dev.gradwright.monitor.measure;

import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/** The learning rate, if the training knows it. */
public final class RateMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;

    /** Makes the monitor. */
    public RateMonitor(Recorder recorder, Every every) {
        this.recorder = recorder;
        this.every = every;
    }

    @Override
    public String name() {
        return "learning rate";
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        if (every.isDue(run.step()) && !Double.isNaN(run.learningRate())) {
            recorder.scalar(Tags.LEARNING_RATE, run.step(), run.learningRate());
        }
    }
}
