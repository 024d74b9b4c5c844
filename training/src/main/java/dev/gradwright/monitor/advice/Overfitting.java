package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * The model does much better on the examples that it learns from than on others.
 *
 * @param gap the difference in accuracy
 */
public record Overfitting(double gap) implements Rule {

    private static final Advice ADVICE = new Advice(
            "overfitting",
            Finding.Severity.WARNING,
            "Regularize more (weight decay, dropout, augmentation), get more data, or use a smaller model.",
            "CS231n, Neural networks part 3, train/val accuracy");

    /** A tenth. */
    public Overfitting() {
        this(0.1);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "an accuracy that is much higher on training data than on validation data";
    }

    @Override
    public String thresholds() {
        return "a gap above " + Advice.number(gap);
    }

    @Override
    public int patience() {
        return 2;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.GAP + "accuracy");
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        return value > gap
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        "",
                        value,
                        gap,
                        "The accuracy on training data is higher by " + Advice.number(value)
                                + " than that on validation data."))
                : Optional.empty();
    }
}
