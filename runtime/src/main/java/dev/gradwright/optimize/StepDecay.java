package dev.gradwright.optimize;

/** A value that is multiplied by a factor at regular intervals. */
record StepDecay(double initial, long stepSize, double factor) implements Schedule {

    StepDecay {
        if (!Double.isFinite(initial)) {
            throw new IllegalArgumentException(
                    "the initial value of a step decay is " + initial + "; use a finite number");
        }
        if (stepSize <= 0) {
            throw new IllegalArgumentException(
                    "the step size of a step decay is " + stepSize + "; use a number of steps of 1 or more");
        }
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException(
                    "the factor of a step decay is " + factor + "; use a number more than 0 and at most 1");
        }
    }

    @Override
    public double at(long step) {
        return initial * Math.pow(factor, step / stepSize);
    }

    @Override
    public String toString() {
        return initial + " times " + factor + " every " + stepSize + " steps";
    }
}
