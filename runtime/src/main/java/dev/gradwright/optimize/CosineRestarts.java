package dev.gradwright.optimize;

/** Cosine decays one after the other, each as many times as long as the one before. */
record CosineRestarts(double initial, double last, long steps, int factor) implements Schedule {

    CosineRestarts {
        ScheduleChecks.requireFinite("the initial value of a cosine decay with restarts", initial);
        ScheduleChecks.requireFinite("the last value of a cosine decay with restarts", last);
        ScheduleChecks.requireSteps("the first length of a cosine decay with restarts", steps);
        if (factor < 1) {
            throw new IllegalArgumentException(
                    "the factor of a cosine decay with restarts is " + factor + "; use an integer of 1 or more");
        }
    }

    @Override
    public double at(long step) {
        long inside = step;
        long length = steps;
        if (factor == 1) {
            inside %= length;
        } else {
            while (inside >= length) {
                inside -= length;
                length *= factor;
            }
        }
        return CosineDecay.between(initial, last, inside / (double) length);
    }

    @Override
    public String toString() {
        return "from " + initial + " to " + last + " along a cosine in " + steps + " steps, restarted"
                + (factor == 1 ? "" : " with " + factor + " times the length each time");
    }
}
