package dev.gradwright.optimize;

/** A value that decays by a rate. */
record ExponentialDecay(double initial, double rate) implements Schedule {

    ExponentialDecay {
        ScheduleChecks.requireFinite("the initial value of an exponential decay", initial);
    }

    @Override
    public double at(long step) {
        return initial * Math.exp(-rate * step);
    }

    @Override
    public String toString() {
        return initial + " times e^(-" + rate + " step)";
    }
}
