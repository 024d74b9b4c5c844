package dev.gradwright.optimize;

import java.util.Objects;

/** A function of the step with words. */
record DescribedSchedule(String description, Schedule function) implements Schedule {

    DescribedSchedule {
        Objects.requireNonNull(description, "the description of a schedule is null");
        Objects.requireNonNull(function, "the function of a schedule is null");
    }

    @Override
    public double at(long step) {
        return function.at(step);
    }

    @Override
    public String toString() {
        return description;
    }
}
