package dev.gradwright.train;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A clock for each phase. Allocates nothing while it runs. */
final class PhaseTimes {

    private final long[] nanos = new long[Phase.values().length];

    void add(Phase phase, long duration) {
        nanos[phase.ordinal()] += duration;
    }

    /** Adds the time since a moment; gives the present moment. */
    long addSince(Phase phase, long start) {
        long now = System.nanoTime();
        add(phase, now - start);
        return now;
    }

    Map<Phase, Duration> toMap() {
        Map<Phase, Duration> times = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            times.put(phase, Duration.ofNanos(nanos[phase.ordinal()]));
        }
        return Collections.unmodifiableMap(times);
    }
}
