package dev.gradwright.monitor.measure;

import dev.gradwright.NamedParameter;
import dev.gradwright.monitor.Binning;
import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Run;

/** How the values of each parameter, its gradients and its updates are distributed. */
public final class HistogramMonitor implements Hook {

    private final Recorder recorder;
    private final Every every;
    private final Snapshot before = new Snapshot();
    private double[] update = {};
    private long step;
    private boolean measures;

    /** Makes the monitor. */
    public HistogramMonitor(Recorder recorder, Every every) {
        this.recorder = recorder;
        this.every = every;
    }

    @Override
    public String name() {
        return "histograms";
    }

    @Override
    public void beforeOptimizerStep(Run run) {
        step = run.step();
        measures = every.isDue(step);
        if (!measures) {
            return;
        }
        before.take(run.parameters());
        for (NamedParameter parameter : run.parameters()) {
            record(Tags.WEIGHT, parameter, parameter::value);
            record(Tags.GRADIENT, parameter, parameter::gradient);
        }
    }

    @Override
    public void afterOptimizerStep(Run run) {
        if (!measures) {
            return;
        }
        for (NamedParameter parameter : run.parameters()) {
            record(Tags.UPDATE, parameter, s -> update(parameter, s));
        }
    }

    /** The numbers of a segment. */
    private interface Segments {
        double[] get(int segment);
    }

    private void record(String tag, NamedParameter parameter, Segments segments) {
        Binning binning = new Binning();
        for (int s = 0; s < parameter.segments(); s++) {
            binning.see(segments.get(s), parameter.length(s));
        }
        Binning.Bins bins = binning.bins();
        for (int s = 0; s < parameter.segments(); s++) {
            bins.count(segments.get(s), parameter.length(s));
        }
        recorder.histogram(tag + parameter.name(), step, bins.histogram());
    }

    private double[] update(NamedParameter parameter, int segment) {
        double[] now = parameter.value(segment);
        double[] old = before.of(now);
        if (update.length < now.length) {
            update = new double[now.length];
        }
        for (int i = 0; i < parameter.length(segment); i++) {
            update[i] = now[i] - old[i];
        }
        return update;
    }
}
