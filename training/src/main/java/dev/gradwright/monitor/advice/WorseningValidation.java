package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * The validation loss has been lower before.
 *
 * @param multiple how many times its least value it may be
 */
public record WorseningValidation(double multiple) implements Rule {

    private static final Advice ADVICE = new Advice(
            "validation-loss",
            Finding.Severity.WARNING,
            "Stop early and keep the best checkpoint, or regularize more.",
            "Prechelt, Early stopping - but when?, 1998");

    /** One and a third. */
    public WorseningValidation() {
        this(4 / 3.0);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "a validation loss that has been lower before";
    }

    @Override
    public String thresholds() {
        return "more than " + Advice.number(multiple) + " times its least value";
    }

    @Override
    public int patience() {
        return 3;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.VALIDATION_LOSS);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double times = measurements.latest(tag) / measurements.least(tag);
        return measurements.least(tag) > 0 && times > multiple
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        "",
                        times,
                        multiple,
                        "The validation loss is " + Advice.number(times) + " times the least that it was."))
                : Optional.empty();
    }
}
