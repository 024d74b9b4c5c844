package dev.gradwright.optimize;

/** A schedule that counts in epochs. */
record EpochSchedule(Schedule byEpoch, long stepsPerEpoch) implements Schedule {

    EpochSchedule {
        ScheduleChecks.requireSteps("the length of an epoch", stepsPerEpoch);
    }

    @Override
    public double at(long step) {
        return byEpoch.at(step / stepsPerEpoch);
    }

    @Override
    public String toString() {
        return Schedule.describe(byEpoch) + ", counted in epochs of " + stepsPerEpoch + " steps";
    }
}
