package dev.gradwright.monitor.measure;

import dev.gradwright.monitor.Recorder;
import dev.gradwright.train.Hook;
import dev.gradwright.train.Phase;
import dev.gradwright.train.Run;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The seconds that each phase of training has taken since the epoch before. */
public final class TimeMonitor implements Hook {

    private static final double NANOS = 1e9;

    private final Recorder recorder;
    private final Map<Phase, Duration> before = new EnumMap<>(Phase.class);

    /** Makes the monitor. */
    public TimeMonitor(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String name() {
        return "times";
    }

    @Override
    public void onTrainBegin(Run run) {
        before.putAll(run.phaseTimes());
    }

    @Override
    public void onEpochEnd(Run run) {
        run.phaseTimes().forEach((phase, time) -> {
            Duration last = before.put(phase, time);
            Duration spent = last == null ? time : time.minus(last);
            recorder.scalar(Tags.TIME + phase.name().toLowerCase(Locale.ROOT), run.step(), spent.toNanos() / NANOS);
        });
    }
}
