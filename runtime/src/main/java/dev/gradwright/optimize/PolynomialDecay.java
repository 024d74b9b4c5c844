package dev.gradwright.optimize;

/** A value that goes to another by a power of the time left. */
record PolynomialDecay(double initial, double last, long steps, double power) implements Schedule {

    PolynomialDecay {
        ScheduleChecks.requireFinite("the initial value of a polynomial decay", initial);
        ScheduleChecks.requireFinite("the last value of a polynomial decay", last);
        ScheduleChecks.requireSteps("the length of a polynomial decay", steps);
        Hyperparameter.Range.POSITIVE.require("power of a polynomial decay", power);
    }

    @Override
    public double at(long step) {
        double left = 1 - Math.min(step, steps) / (double) steps;
        return last + (initial - last) * Math.pow(left, power);
    }

    @Override
    public String toString() {
        return "from " + initial + " to " + last + " in " + steps + " steps"
                + (power == 1 ? "" : " by the power " + power);
    }
}
