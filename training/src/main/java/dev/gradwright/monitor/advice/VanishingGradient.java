package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * Hardly any gradient arrives at some weights.
 *
 * @param share the root mean square of their gradient over the largest one of the model
 */
public record VanishingGradient(double share) implements Rule {

    private static final Advice ADVICE = new Advice(
            "vanishing-gradient",
            Finding.Severity.WARNING,
            "Start with larger weights, use rectifiers instead of functions that saturate, or let layers add to what they are given.",
            "Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010, section 4; He et al., Deep residual"
                    + " learning, 2016");

    /** A thousandth. */
    public VanishingGradient() {
        this(1e-3);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "weights that hardly any gradient arrives at";
    }

    @Override
    public String thresholds() {
        return "a root mean square below " + Advice.number(share) + " of the largest of all weights";
    }

    @Override
    public int patience() {
        return 5;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.startsWith(Tags.GRADIENT_SHARE);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        String parameter = Advice.subject(tag, Tags.GRADIENT_SHARE);
        return value < share
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        parameter,
                        value,
                        share,
                        "The gradient of " + parameter + " is " + Advice.number(value)
                                + " of the largest one of the model."))
                : Optional.empty();
    }
}
