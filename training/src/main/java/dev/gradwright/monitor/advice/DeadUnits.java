package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * Many units of a layer have given 0 for all examples lately.
 *
 * @param percent the percentage of the units
 */
public record DeadUnits(double percent) implements Rule {

    private static final Advice ADVICE = new Advice(
            "dead-units",
            Finding.Severity.WARNING,
            "Lower the learning rate, start with biases of 0 and He et al.'s weights (of variance 2 / inputs), or use a leaky rectifier.",
            "CS231n, Neural networks part 1, commonly used activation functions");

    /** A quarter of them. */
    public DeadUnits() {
        this(25);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "units that have given 0 for all examples of the last samples";
    }

    @Override
    public String thresholds() {
        return "more than " + Advice.number(percent) + " % of a layer";
    }

    @Override
    public int patience() {
        return 1;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.startsWith(Tags.DEAD);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        String layer = Advice.subject(tag, Tags.DEAD);
        return value > percent
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        layer,
                        value,
                        percent,
                        Advice.number(value) + " % of the units of " + layer
                                + " have given 0 for all examples lately."))
                : Optional.empty();
    }
}
