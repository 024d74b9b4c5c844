package dev.gradwright.optimize;

/** What schedules have to be told sensibly. */
final class ScheduleChecks {

    private ScheduleChecks() {}

    static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; use a finite number");
        }
    }

    static void requireSteps(String what, long steps) {
        if (steps <= 0) {
            throw new IllegalArgumentException(what + " is " + steps + "; use a number of steps of 1 or more");
        }
    }

    static void requireFactor(String what, double factor) {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException(what + " is " + factor + "; use a number more than 0 and at most 1");
        }
    }
}
