package dev.gradwright.optimize;

/** A value that decays by the inverse of time. */
record InverseTimeDecay(double initial, double rate) implements Schedule {

    InverseTimeDecay {
        ScheduleChecks.requireFinite("the initial value of an inverse-time decay", initial);
    }

    @Override
    public double at(long step) {
        return initial / (1 + rate * step);
    }

    @Override
    public String toString() {
        return initial + " by 1 + " + rate + " step";
    }
}
