package dev.gradwright.optimize;

import java.util.Objects;

/** One schedule for some steps, then another, which counts from 0 again. */
record SequentialSchedule(Schedule first, long steps, Schedule then) implements Schedule {

    SequentialSchedule {
        Objects.requireNonNull(first, "the first schedule of a sequence is null");
        Objects.requireNonNull(then, "the second schedule of a sequence is null");
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "the first schedule of a sequence has " + steps + " steps; use 0 or more");
        }
    }

    @Override
    public double at(long step) {
        return step < steps ? first.at(step) : then.at(step - steps);
    }

    @Override
    public String toString() {
        return Schedule.describe(first) + " for " + steps + " steps, then " + Schedule.describe(then);
    }
}
