package dev.gradwright.optimize;

/** A value that is multiplied by a factor at regular intervals. */
record StepDecay(double initial, long stepSize, double factor) implements Schedule {

    StepDecay {
        ScheduleChecks.requireFinite("the initial value of a step decay", initial);
        ScheduleChecks.requireSteps("the step size of a step decay", stepSize);
        ScheduleChecks.requireFactor("the factor of a step decay", factor);
    }

    @Override
    public double at(long step) {
        return initial * Math.pow(factor, step / stepSize);
    }

    @Override
    public String toString() {
        return initial + " times " + factor + (stepSize == 1 ? " every step" : " every " + stepSize + " steps");
    }
}
