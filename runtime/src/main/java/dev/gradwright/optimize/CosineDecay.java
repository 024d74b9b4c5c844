package dev.gradwright.optimize;

/** A value that goes to another along a cosine, and stays there or comes back. */
record CosineDecay(double initial, double last, long steps, boolean wave) implements Schedule {

    CosineDecay {
        ScheduleChecks.requireFinite("the initial value of a cosine decay", initial);
        ScheduleChecks.requireFinite("the last value of a cosine decay", last);
        ScheduleChecks.requireSteps("the length of a cosine decay", steps);
    }

    @Override
    public double at(long step) {
        long inside = wave ? step % (2 * steps) : Math.min(step, steps);
        return between(initial, last, inside / (double) steps);
    }

    /** The value at a part of the way, from 0 to 1. */
    static double between(double from, double to, double part) {
        return to + (from - to) * (1 + Math.cos(Math.PI * part)) / 2;
    }

    @Override
    public String toString() {
        return "from " + initial + " to " + last + " along a cosine in " + steps + " steps"
                + (wave ? ", and back, again and again" : "");
    }
}
