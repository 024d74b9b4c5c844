package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * A layer's function is near the borders of its range for most of its results, where hardly any gradient passes.
 *
 * @param fraction the fraction of results
 */
public record Saturation(double fraction) implements Rule {

    private static final Advice ADVICE = new Advice(
            "saturation",
            Finding.Severity.WARNING,
            "Start with smaller weights (Glorot and Bengio's, of variance 2 / (inputs + outputs)), normalize the inputs, or use rectifiers.",
            "Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010, section 3");

    /** A half. */
    public Saturation() {
        this(0.5);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "a layer whose results are near the borders of its function's range";
    }

    @Override
    public String thresholds() {
        return "more than " + Advice.percent(fraction) + " of the results";
    }

    @Override
    public int patience() {
        return 2;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.startsWith(Tags.SATURATION);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        String layer = Advice.subject(tag, Tags.SATURATION);
        return value > fraction
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        layer,
                        value,
                        fraction,
                        Advice.percent(value) + " of what " + layer + " gives is near the borders of its range."))
                : Optional.empty();
    }
}
