package dev.gradwright.monitor.advice;

import dev.gradwright.monitor.Finding;
import dev.gradwright.monitor.measure.Tags;
import java.util.Optional;

/**
 * The gradient is very much larger than it was lately, or than that of any loss of usual size.
 *
 * @param jump the multiple of its typical norm
 * @param norm a norm that is too large in any case
 */
public record ExplodingGradient(double jump, double norm) implements Rule {

    private static final Advice ADVICE = new Advice(
            "exploding-gradient",
            Finding.Severity.WARNING,
            "Clip the gradient by its norm, lower the learning rate, or start with smaller weights.",
            "Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks, 2013");

    /** 100 times the typical norm, or 1000. */
    public ExplodingGradient() {
        this(100, 1000);
    }

    @Override
    public String name() {
        return ADVICE.rule();
    }

    @Override
    public String looksFor() {
        return "a gradient that is very much larger than usual";
    }

    @Override
    public String thresholds() {
        return "a norm above " + Advice.number(jump) + " times the typical one, or above " + Advice.number(norm);
    }

    @Override
    public int patience() {
        return 1;
    }

    @Override
    public boolean isAbout(String tag) {
        return tag.equals(Tags.GRADIENT_NORM);
    }

    @Override
    public Optional<Finding> look(String tag, Measurements measurements) {
        double value = measurements.latest(tag);
        double usual = jump * measurements.typical(tag);
        double threshold = usual < norm ? usual : norm;
        return value > threshold
                ? Optional.of(ADVICE.finding(
                        measurements.step(tag),
                        "",
                        value,
                        threshold,
                        "The gradient has a norm of " + Advice.number(value) + "; "
                                + Advice.number(measurements.typical(tag)) + " was typical lately."))
                : Optional.empty();
    }
}
